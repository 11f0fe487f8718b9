import {MeasurementError} from "../../errors.js";
import {commandText} from "../../profile/check-target.js";
import type {ThreadProfile} from "../../profile/join-profiles.js";
import {joinSlices} from "../../profile/join-profiles.js";
import {type Destination, destination, keepRecording, summarise} from "../../profile/recording.js";
import {recordingJson, recordingText} from "../../profile/recording-text.js";
import {type Release, releaseTarget, releaseText} from "../../profile/release.js";
import {type Ending, type Sampled, sampleTarget} from "../../profile/sample-target.js";
import {openTarget, type Target, targetError} from "../../profile/target.js";
import {heldMaps, withHeldMaps} from "../../profile/target-sources.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import type {AttachFlags} from "./attach.js";
import {listCandidates} from "./list-candidates.js";
import {abortPatiently} from "./patient-interrupt.js";

const endings: Record<Ending, string> = {
  complete: "",
  stopped: "; stopped early by Ctrl-C",
  exited: "; the process ended meanwhile, and nothing is missing",
  died: "; the process died meanwhile: what it did since it was last asked is lost"
};

/** `lab profile attach`. @returns the exit code */
export async function attachCommand(pid: number | undefined, flags: AttachFlags): Promise<number> {
  if (pid === undefined) return listCandidates(flags.json === true);
  const to = destination(flags.out, `process-${pid}`, flags.force === true);
  const interrupt = abortPatiently("one moment: the inspector of the process is being closed");
  try {
    const target = await openTarget(pid, flags.timeout * 1000);
    const {sampled, threads, release} = await sampleAndLeave(target, flags, interrupt.signal);
    await keep(to, threads, sampled, pid);
    if (flags.json === true) terminal.printJson(await jsonOf(target, sampled, threads, release, to, flags.top));
    else await tell(sampled, threads, to, flags);
    for (const {name, lost} of sampled.threads)
      if (lost !== null) terminal.tell(printableLine(`${name}: ${lost}; its last samples are missing`));
    terminal.tell(releaseText(target, release));
    return sampled.ending === "died" || release.inspector === "open" ? 1 : 0;
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

async function sampleAndLeave(target: Target, {duration, interval}: AttachFlags, signal: AbortSignal) {
  const {pid} = target.info;
  let ending: Ending | undefined;
  let release: Release | undefined;
  terminal.tell(
    `attached to process ${pid} (${commandText(target.info)}), Node ${target.node}, in ${Math.round(target.attachMs)} ms`
  );
  try {
    const progress = (seconds: number) =>
      terminal.progress.show(`sampling process ${pid}: ${Math.round(seconds)} of ${duration} s`);
    const sampled = await sampleTarget(target, {seconds: duration, intervalUs: interval * 1e6, signal, progress});
    ending = sampled.ending;
    const threads = await withSources(target, threadsOf(target, sampled));
    release = await releaseTarget(target, ending === "exited");
    return {sampled, threads, release};
  } catch (error) {
    throw targetError(error, target.info);
  } finally {
    if (release === undefined) await releaseTarget(target, ending === "exited");
  }
}

async function withSources({inspector}: Target, threads: readonly ThreadProfile[]): Promise<ThreadProfile[]> {
  const maps = await heldMaps(
    inspector,
    threads.map(({profile}) => profile)
  );
  return threads.map(({title, profile}) => ({title, profile: withHeldMaps(profile, maps)}));
}

function threadsOf({info}: Target, {threads}: Sampled): ThreadProfile[] {
  return threads
    .filter(({slices}) => slices.length > 0)
    .map(({name, script, slices}) => ({
      title: script === "" ? `process ${info.pid}: ${commandText(info)}` : `${name} of process ${info.pid}: ${script}`,
      profile: joinSlices(slices)
    }));
}

async function keep(to: Destination, threads: readonly ThreadProfile[], {ending}: Sampled, pid: number): Promise<void> {
  if (threads.length > 0) return keepRecording(to, threads);
  const what = ending === "died" ? "died" : "ended";
  throw new MeasurementError(`process ${pid} ${what} before anything was collected`, "nothing was written");
}

async function tell(
  sampled: Sampled,
  threads: readonly ThreadProfile[],
  to: Destination,
  flags: AttachFlags
): Promise<void> {
  const lines = recordingText(await summarise(threads), flags.interval * 1e6, flags.top, terminal.columns);
  for (const line of lines) terminal.tell(line);
  terminal.tell("");
  terminal.tell(`kept in ${to.place}${endings[sampled.ending]}`);
}

async function jsonOf(
  target: Target,
  {ending, seconds, threads: sampled}: Sampled,
  threads: readonly ThreadProfile[],
  release: Release,
  to: Destination,
  top: number
): Promise<object> {
  return {
    pid: target.info.pid,
    command: target.info.command,
    node: target.node,
    attachMs: target.attachMs,
    seconds,
    ending,
    lost: sampled.flatMap(({name, lost}) => (lost === null ? [] : [{thread: name, why: lost}])),
    inspector: {port: target.port, openedByUs: target.openedByUs, now: release.inspector},
    file: to.file,
    ...recordingJson(await summarise(threads), top)
  };
}
