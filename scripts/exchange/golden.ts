import {fileURLToPath} from "node:url";
import type {Imported} from "#lib/imported.js";
import type {Format, Source, Written} from "./format.js";
import {importSource} from "./formats.js";
import {measurementsOfImport} from "./measurements-of.js";
import {readSource} from "./read-source.js";

/** For tests alone: the path of a file that the tool itself wrote. See golden/README.md. */
export function goldenFile(name: string): string {
  return fileURLToPath(new URL(`./golden/${name}`, import.meta.url));
}

/** For tests alone: such a file, imported. */
export async function golden(name: string): Promise<Imported> {
  return importSource(await readSource(goldenFile(name)));
}

/** For tests alone: a file that holds this text. */
export function sourceOf(text: string, place = "file"): Source {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return {place, text, json, folder: null};
}

/** For tests alone: as `sourceOf`, of a value that is written as JSON. */
export function jsonSource(value: unknown): Source {
  return sourceOf(JSON.stringify(value));
}

/** For tests alone: what a format makes of an imported file, and what comes back when it is read again. */
export function thereAndBack({name, write}: Format, imported: Imported): {written: Written; back: Imported} {
  if ("because" in write) throw new Error(`${name} is not written`);
  const written = write(measurementsOfImport(imported));
  return {written, back: importSource(sourceOf(written.text, name))};
}
