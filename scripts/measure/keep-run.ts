import {existsSync} from "node:fs";
import type {Machine, Run} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import {shownPath} from "../shown-path.js";
import {localFile, partialFile, readResult, sameRuntime} from "../store.js";
import {dropRuns, saveRun} from "./saved-runs.js";

/** A run, and the file in which it is. */
export interface KeptRun {
  readonly run: Run;
  readonly file: string;
}

/** Keeps what a run has so far, apart from finished results: a run that is interrupted continues from it. */
export async function saveBlocks(run: Run, lab: string, machine: Machine): Promise<void> {
  const partial = partialFile(lab);
  await saveRun(partial, lab, machine, run).catch((error) => tellWhatIsKept(error, partial));
}

/**
 * A finished run takes its place; one that was cut short or failed only if there is nothing better.
 *
 * @param out where it goes, if not to the reader's own results
 * @returns the file in which it is
 */
export async function keep(run: Run, lab: string, machine: Machine, out = localFile(lab)): Promise<string> {
  const partial = partialFile(lab);
  const poor = ({ending, forks}: Run) => ending === "interrupted" || ending === "failed" || forks.length === 0;
  const before = existsSync(out) ? await readResult(out) : null;
  const better = before?.runs.some(
    (other) => sameRuntime(other.runtime, run.runtime) && other.hash === run.hash && !poor(other)
  );
  if (poor(run) && better === true) return partial;
  if (run.ending === "interrupted" && run.forks.length === 0) return partial;
  await saveRun(out, lab, machine, run).catch((error) => tellWhatIsKept(error, partial));
  return out;
}

/** Drops what was saved block by block of runs that have taken their places. */
export async function forgetBlocks(lab: string, kept: readonly KeptRun[]): Promise<void> {
  const partial = partialFile(lab);
  const placed = kept.filter(({file}) => file !== partial).map(({run}) => run.runtime);
  await dropRuns(partial, placed);
}

/** Adds to an error of writing what is not lost by it. */
function tellWhatIsKept(error: unknown, partial: string): never {
  if (!(error instanceof ReaderError) || !existsSync(partial)) throw error;
  const kept = `what was saved before is in ${shownPath(partial)}; then the same command continues`;
  throw new ReaderError(error.message, [...error.hint, kept], {cause: error});
}
