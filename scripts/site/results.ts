import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {checkResult, type Result} from "#lib/result.js";
import {shownPath} from "../shown-path.js";
import {DATA, localFile, referenceFile} from "../store.js";
import {storedJson} from "../stored-json.js";

const read = new Map<string, {mtimeMs: number; result: Result}>();

/** The reader's own results for a lab: one, or none. */
export function localResults(lab: string): Result[] {
  return readIfThere(localFile(lab));
}

/** The committed results for a lab, one a machine, in the order of the machines' names. */
export function referenceResults(lab: string): Result[] {
  return foldersIn(join(DATA, "reference")).flatMap((machine) => readIfThere(referenceFile(machine, lab)));
}

/** Read anew only when the file has changed: pages are parsed several times in one build. */
function readIfThere(path: string): Result[] {
  const mtimeMs = statSync(path, {throwIfNoEntry: false})?.mtimeMs;
  if (mtimeMs === undefined) return [];
  const known = read.get(path);
  if (known?.mtimeMs === mtimeMs) return [known.result];
  const place = shownPath(path);
  const result = checkResult(storedJson(readFileSync(path, "utf8"), place), place);
  read.set(path, {mtimeMs, result});
  return [result];
}

function foldersIn(folder: string): string[] {
  if (statSync(folder, {throwIfNoEntry: false}) === undefined) return [];
  const entries = readdirSync(folder, {withFileTypes: true});
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .sort();
}
