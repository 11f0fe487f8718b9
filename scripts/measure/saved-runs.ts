import {existsSync} from "node:fs";
import type {RunEvidence} from "#lib/evidence/evidence.js";
import {FORMAT, type Machine, type Result, type Run} from "#lib/result.js";
import {removeFile, writeAtomically} from "../files.js";
import {type RuntimeId, readResult, sameRuntime} from "../store.js";

/**
 * Adds a run to a lab's result: it replaces the run of the same runtime and version.
 *
 * @throws as `readResult` and `writeAtomically`; then the file is left as it was
 */
export async function saveRun(file: string, lab: string, machine: Machine, run: Run): Promise<void> {
  const before = existsSync(file) ? await readResult(file) : null;
  const others =
    before?.machine.id === machine.id ? before.runs.filter(({runtime}) => !sameRuntime(runtime, run.runtime)) : [];
  const runs = [...others, run].sort(byRuntime);
  await writeAtomically(file, resultText({format: FORMAT, lab, machine, runs}));
}

/**
 * Takes the runs of these runtimes out of a result; the file goes with the last of them.
 *
 * @throws as `saveRun`
 */
export async function dropRuns(file: string, runtimes: readonly RuntimeId[]): Promise<void> {
  const result = existsSync(file) ? await readResult(file) : null;
  const runs = result?.runs.filter(({runtime}) => !runtimes.some((one) => sameRuntime(one, runtime))) ?? [];
  if (result === null || runs.length === 0) await removeFile(file);
  else await writeAtomically(file, resultText({...result, runs}));
}

/** Node first, then by name; then by version. */
function byRuntime({runtime: a}: Run, {runtime: b}: Run): number {
  const foreign = ({name}: RuntimeId) => Number(name !== "node");
  const names = foreign(a) - foreign(b) || a.name.localeCompare(b.name, "en");
  return names || a.version.localeCompare(b.version, "en", {numeric: true});
}

/** JSON with a line for each fork and each cell of evidence: compact, and a change can be read. */
export function resultText({runs, ...rest}: Result): string {
  const lines = (items: readonly unknown[]) =>
    items.length === 0 ? "[]" : `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  const told = ({cells, ...about}: RunEvidence) => `${JSON.stringify(about).slice(0, -1)},"cells":${lines(cells)}}`;
  const texts = runs.map(
    ({forks, selfCheck, evidence, ...run}) =>
      `${JSON.stringify(run).slice(0, -1)},"forks":${lines(forks)},"selfCheck":${lines(selfCheck)}${
        evidence === undefined ? "" : `,"evidence":${told(evidence)}`
      }}`
  );
  return `${JSON.stringify(rest).slice(0, -1)},"runs":[\n${texts.join(",\n")}\n]}\n`;
}
