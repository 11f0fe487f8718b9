import {basename, resolve} from "node:path";
import type {Imported} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {has} from "../exchange/format.js";
import {formatNamed, importSource} from "../exchange/formats.js";
import {readSource} from "../exchange/read-source.js";
import {writeAtomically} from "../files.js";
import {importedJson, importedText} from "../report/imported-text.js";
import {shownPath} from "../shown-path.js";
import {importedFile} from "../store.js";
import {printable} from "../terminal/printable.js";
import {terminal} from "../terminal.js";
import type {ImportFlags} from "./import.js";

/** `lab import`. */
export async function importCommand(file: string, {from, out, json}: ImportFlags): Promise<void> {
  const format = from === undefined ? undefined : formatNamed(from, "--from");
  const source = await readSource(file);
  if (has(source.json, "format", "lab", "runs") || has(source.json, "imported")) {
    throw new ReaderError(`${source.place}: is a result of ours already`, `lab report ${source.place} shows it`);
  }
  const imported = importSource(source, format);
  const target = out === undefined ? importedFile(nameOf(file)) : resolve(out);
  if (target === resolve(file)) throw new ReaderError("--out names the file that is imported", "choose another name");
  await writeAtomically(target, importedFileText(imported));
  if (json === true) terminal.printJson(importedJson(imported));
  else for (const line of importedText(imported, terminal)) terminal.print(line);
  terminal.tell(printable(`kept in ${shownPath(target)}`));
}

/** A line for each benchmark: compact, and a change can be read. */
function importedFileText({benchmarks, ...rest}: Imported): string {
  const lines = benchmarks.map((benchmark) => JSON.stringify(benchmark)).join(",\n");
  return `${JSON.stringify(rest).slice(0, -1)},"benchmarks":[\n${lines}\n]}\n`;
}

function nameOf(file: string): string {
  const stem = basename(resolve(file)).replace(/(\.json|\.jsonl|\.csv|\.txt|\.gz)+$/i, "");
  return (
    stem
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .replace(/^[-_]+/, "")
      .slice(0, 80) || "imported"
  );
}
