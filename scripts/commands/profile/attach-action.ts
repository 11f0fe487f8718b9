import {joinSlices, type ThreadProfile} from "../../profile/join-profiles.js";
import {type Destination, destination, keepRecording, summarise} from "../../profile/recording.js";
import {recordingJson, recordingText} from "../../profile/recording-text.js";
import {releaseText} from "../../profile/release.js";
import {type Sampled, sampleTarget} from "../../profile/sample-target.js";
import {openTarget, type Target} from "../../profile/target.js";
import {heldMaps, withHeldMaps} from "../../profile/target-sources.js";
import {terminal} from "../../terminal.js";
import type {AttachFlags} from "./attach.js";
import {listCandidates} from "./list-candidates.js";
import {abortPatiently} from "./patient-interrupt.js";
import {
  endings,
  nothingCollected,
  sampleAndLeave,
  sampledTitle,
  tellLosses,
  visitCode,
  visitJson
} from "./sample-and-leave.js";

/** `lab profile attach`. @returns the exit code */
export async function attachCommand(pid: number | undefined, flags: AttachFlags): Promise<number> {
  if (pid === undefined) return listCandidates(flags.json === true);
  const to = destination(flags.out, `process-${pid}`, flags.force === true);
  const interrupt = abortPatiently("one moment: the inspector of the process is being closed");
  try {
    const target = await openTarget(pid, flags.timeout * 1000);
    const visit = await sampleAndLeave(
      target,
      {duration: flags.duration, signal: interrupt.signal},
      (options) => sampleTarget(target, {...options, intervalUs: flags.interval * 1e6}),
      (sampled) => threadsOf(target, sampled)
    );
    const {sampled, kept: threads, release} = visit;
    if (threads.length === 0) throw nothingCollected(target, sampled);
    await keepRecording(to, threads);
    if (flags.json === true) {
      const summary = recordingJson(await summarise(threads), flags.top);
      terminal.printJson({...visitJson(target, visit), file: to.file, ...summary});
    } else await tell(sampled, threads, to, flags);
    tellLosses(sampled);
    terminal.tell(releaseText(target, release));
    return visitCode(visit);
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

/** The threads of which something was collected, in places of their sources. */
async function threadsOf(target: Target, {threads}: Sampled): Promise<ThreadProfile[]> {
  const collected = threads
    .filter(({slices}) => slices.length > 0)
    .map((thread) => ({title: sampledTitle(target, thread), profile: joinSlices(thread.slices)}));
  const maps = await heldMaps(
    target.inspector,
    collected.map(({profile}) => profile)
  );
  return collected.map(({title, profile}) => ({title, profile: withHeldMaps(profile, maps)}));
}

async function tell(
  {ending}: Sampled,
  threads: readonly ThreadProfile[],
  to: Destination,
  flags: AttachFlags
): Promise<void> {
  const lines = recordingText(await summarise(threads), flags.interval * 1e6, flags.top, terminal.columns);
  for (const line of lines) terminal.tell(line);
  terminal.tell("");
  terminal.tell(`kept in ${to.place}${endings[ending]}`);
}
