import {MeasurementError} from "../../errors.js";
import {commandText} from "../../profile/check-target.js";
import {type Release, releaseTarget} from "../../profile/release.js";
import type {Ending, Sampled, SampledThread, WatchOptions} from "../../profile/sample-target.js";
import {type Target, targetError} from "../../profile/target.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";

/** What sampling a target left. */
export interface Visit<Piece, Kept> {
  readonly sampled: Sampled<Piece>;
  readonly kept: Kept;
  readonly release: Release;
}

/**
 * Samples a target that was opened, asks it for what only it knows, and leaves it as it was, whatever happens.
 *
 * @param sample what to do with the target
 * @param keep makes of the samples what is to be kept, while the target can still be asked
 * @throws MeasurementError if the target does not answer
 */
export async function sampleAndLeave<Piece, Kept>(
  target: Target,
  {duration, signal}: {readonly duration: number; readonly signal: AbortSignal},
  sample: (options: WatchOptions) => Promise<Sampled<Piece>>,
  keep: (sampled: Sampled<Piece>) => Promise<Kept>
): Promise<Visit<Piece, Kept>> {
  const {pid} = target.info;
  let ending: Ending | undefined;
  let release: Release | undefined;
  terminal.tell(
    `attached to process ${pid} (${commandText(target.info)}), Node ${target.node}, in ${Math.round(target.attachMs)} ms`
  );
  try {
    const progress = (seconds: number) =>
      terminal.progress.show(`sampling process ${pid}: ${Math.round(seconds)} of ${duration} s`);
    const sampled = await sample({seconds: duration, signal, progress});
    ending = sampled.ending;
    const kept = await keep(sampled);
    release = await releaseTarget(target, ending === "exited");
    // The connection ends both ways; whether the process did shows afterwards.
    const cut = ending === "died" && release.inspector !== "gone";
    return {sampled: cut ? {...sampled, ending: "cut"} : sampled, kept, release};
  } catch (error) {
    throw targetError(error, target.info);
  } finally {
    if (release === undefined) await releaseTarget(target, ending === "exited");
  }
}

/** How a recording ended, to be put after what was kept; empty if it went to its end. */
export const endings: Readonly<Record<Ending, string>> = {
  complete: "",
  stopped: "; stopped early by Ctrl-C",
  exited: "; the process ended meanwhile, and nothing is missing",
  died: "; the process died meanwhile: what it did since it was last asked is lost",
  cut: "; another program closed its inspector meanwhile: what it did since it was last asked is lost"
};

/** The exit code of a visit. */
export function visitCode({sampled: {ending}, release}: Visit<unknown, unknown>): number {
  return ending === "died" || ending === "cut" || release.inspector === "open" ? 1 : 0;
}

/** What stands above the stacks of a thread: "process 4321: node app.js", "worker 1 of process 4321: worker.js". */
export function sampledTitle({info}: Target, {name, script}: SampledThread<unknown>): string {
  return script === "" ? `process ${info.pid}: ${commandText(info)}` : `${name} of process ${info.pid}: ${script}`;
}

/** What to throw where no thread left anything. */
export function nothingCollected({info}: Target, {ending}: Sampled<unknown>): MeasurementError {
  const what = {cut: "lost its inspector to another program", died: "died"}[ending as string] ?? "ended";
  return new MeasurementError(`process ${info.pid} ${what} before anything was collected`, "nothing was written");
}

/** What about the target is part of every answer in JSON. */
export function visitJson(target: Target, {sampled, release}: Visit<unknown, unknown>): object {
  return {
    pid: target.info.pid,
    command: target.info.command,
    node: target.node,
    attachMs: target.attachMs,
    seconds: sampled.seconds,
    ending: sampled.ending,
    lost: sampled.threads.flatMap(({name, lost}) => (lost === null ? [] : [{thread: name, why: lost}])),
    inspector: {port: target.port, openedByUs: target.openedByUs, now: release.inspector}
  };
}

/** Says which threads have lost samples. */
export function tellLosses({threads}: Sampled<unknown>): void {
  for (const {name, lost} of threads)
    if (lost !== null) terminal.tell(printableLine(`${name}: ${lost}; its last samples are missing`));
}
