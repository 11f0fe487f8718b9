import type {Fork} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import type {ProgressState} from "../terminal/progress.js";
import type {ChildOptions} from "./ask.js";
import type {Chosen} from "./runtimes/find-runtimes.js";
import {runtimeText} from "./runtimes/runtime.js";
import {runSelfCheck, SELF_CHECK_LAB} from "./self-check.js";

/** A runtime that takes part in a session, ready to be asked. */
export interface Participant extends Chosen {
  /** "node 24.21.0": for messages, and to tell it from the others. */
  readonly id: string;
  readonly children: ChildOptions;
}

/**
 * Makes the program ready that each runtime answers with.
 *
 * @param say told of each runtime that cannot, and is not required
 * @throws ReaderError if one that is required cannot
 */
export async function participantsOf(
  chosen: readonly Chosen[],
  {timeoutMs, signal}: Pick<ChildOptions, "timeoutMs" | "signal">,
  say: (line: string) => void
): Promise<Participant[]> {
  const ready: Participant[] = [];
  for (const one of chosen) {
    const {kind, handle, required} = one;
    const id = runtimeText(handle);
    try {
      ready.push({...one, id, children: {timeoutMs, signal, runtime: handle, child: await kind.child(handle)}});
    } catch (error) {
      if (required || !(error instanceof ReaderError)) throw error;
      say(`${id} is left out: ${error.message}`);
    }
  }
  return ready;
}

/** @returns the forks; null where the lab of the self-check has no twin for this runtime */
export async function selfCheckOn(
  {kind, handle, id, children}: Participant,
  seed: number,
  progress: (state: ProgressState) => void
): Promise<Fork[] | null> {
  const lab = await kind.compile(SELF_CHECK_LAB, handle);
  if (lab === null) return null;
  const named = (state: ProgressState) => progress({...state, lab: `self-check on ${id}`});
  return runSelfCheck({...children, seed, lab, progress: named});
}
