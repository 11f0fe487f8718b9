import {resolve} from "node:path";
import type {Result} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import type {Measurements} from "../exchange/format.js";
import {exportTo, formatNamed} from "../exchange/formats.js";
import {joined, measurementsOf, measurementsOfImport} from "../exchange/measurements-of.js";
import {measurementsOfWarmup} from "../exchange/measurements-of-warmup.js";
import {writeAtomically} from "../files.js";
import {isImported} from "../report/read-all.js";
import {shownPath} from "../shown-path.js";
import {localFiles, readStored, referenceFiles} from "../store.js";
import {printable} from "../terminal/printable.js";
import {terminal} from "../terminal.js";
import {warmupIn} from "../warmup/warmup-store.js";
import type {ExportFlags} from "./export.js";
import {storedFile} from "./stored-file.js";

/** `lab export`. */
export async function exportCommand(what: readonly string[], {to, out, reference}: ExportFlags): Promise<void> {
  const format = formatNamed(to, "--to");
  const measurements = await measurementsIn(await filesOf(what, reference === true));
  if (measurements.benchmarks.length === 0) throw new ReaderError("lab export: no process has measured anything there");
  const {text, notes} = exportTo(format, measurements);
  for (const note of notes) terminal.tell(printable(note));
  if (out === undefined) return terminal.printText(text);
  await writeAtomically(resolve(out), text);
  terminal.tell(printable(`written to ${shownPath(out)}`));
}

async function filesOf(what: readonly string[], reference: boolean): Promise<string[]> {
  const named = what.map(storedFile);
  const files = reference ? [...named, ...(await referenceFiles())] : named;
  if (files.length > 0) return files;
  const own = reference ? [] : await localFiles();
  if (own.length > 0) return own;
  throw new ReaderError("lab export: nothing has been measured here yet", [
    "`lab run all --quick` measures every lab",
    "`lab export --reference --to FORMAT` writes the results that come with the project"
  ]);
}

async function measurementsIn(files: readonly string[]): Promise<Measurements> {
  const ours: Result[] = [];
  const all: Measurements[] = [];
  for (const file of files) {
    const curves = warmupIn(file);
    if (curves !== null) {
      all.push(measurementsOfWarmup(curves));
      continue;
    }
    const stored = await readStored(file);
    if (isImported(stored)) all.push(measurementsOfImport(stored));
    else ours.push(stored);
  }
  return joined([...(ours.length > 0 ? [measurementsOf(ours)] : []), ...all]);
}
