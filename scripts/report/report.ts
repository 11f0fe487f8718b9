import {type Evidence, evidenceOf} from "#lib/evidence/evidence.js";
import type {Imported} from "#lib/imported.js";
import type {Fork, Result} from "#lib/result.js";
import {selfCheck} from "#lib/self-check.js";
import {evidenceText} from "../evidence/evidence-text.js";
import {terminal} from "../terminal.js";
import {importedText} from "./imported-text.js";
import {reportText} from "./text.js";

export {importedJson} from "./imported-text.js";
export {reportJson} from "./json.js";

/** Shows results on standard output. */
export function printReport(...results: readonly Result[]): void {
  for (const line of reportText(results, terminal)) terminal.print(line);
  for (const evidence of results.flatMap(evidenceIn)) {
    for (const line of ["", ...evidenceText(evidence, terminal)]) terminal.print(line);
  }
}

/** What the runtimes reported of a lab, where they were asked. */
function evidenceIn({lab, runs}: Result): Evidence[] {
  const told = runs.flatMap(({runtime, evidence}) => (evidence === undefined ? [] : [{runtime, ...evidence}]));
  return told.length === 0 ? [] : [evidenceOf(lab, told)];
}

/** Shows on standard output what other tools have measured. */
export function printImported(...all: readonly Imported[]): void {
  for (const imported of all) for (const line of [...importedText(imported, terminal), ""]) terminal.print(line);
}

/** What the self-check of a session says of the machine, in a sentence. */
export function selfCheckLine(forks: readonly Fork[]): string {
  return selfCheck(forks)?.sentence ?? "The self-check has too few blocks to say what this machine can resolve.";
}
