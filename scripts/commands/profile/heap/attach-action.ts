import {mergeProfiles} from "#lib/profile/merge-profiles.js";
import type {Profile} from "#lib/profile/profile.js";
import {type HeapRecording, keepHeapRecording, summariseHeap} from "../../../profile/heap/heap-recording.js";
import {heapSampler} from "../../../profile/heap/heap-sampling.js";
import {heapJson, heapText} from "../../../profile/heap/heap-text.js";
import {openHeapTarget} from "../../../profile/heap/open-heap-target.js";
import {destination} from "../../../profile/recording.js";
import {releaseText} from "../../../profile/release.js";
import {type Sampled, sampleThreads} from "../../../profile/sample-target.js";
import type {Target} from "../../../profile/target.js";
import {heldMapsOf, inHeldSources} from "../../../profile/target-sources.js";
import {terminal} from "../../../terminal.js";
import {listCandidates} from "../list-candidates.js";
import {abortPatiently} from "../patient-interrupt.js";
import {
  endings,
  nothingCollected,
  sampleAndLeave,
  sampledTitle,
  tellLosses,
  visitCode,
  visitJson
} from "../sample-and-leave.js";
import type {HeapAttachFlags} from "./attach.js";

/** `lab profile heap attach`. @returns the exit code */
export async function heapAttachCommand(pid: number | undefined, flags: HeapAttachFlags): Promise<number> {
  const {json = false, live = false, top, duration, interval: intervalBytes} = flags;
  if (pid === undefined) return listCandidates(json);
  const to = destination(flags.out, `process-${pid}`, flags.force === true, "heapprofile");
  const interrupt = abortPatiently("one moment: the inspector of the process is being closed");
  try {
    const target = await openHeapTarget(pid, flags.timeout * 1000);
    const visit = await sampleAndLeave(
      target,
      {duration, signal: interrupt.signal},
      (options) => sampleThreads(target, options, heapSampler({intervalBytes, live})),
      (sampled) => profilesOf(target, sampled)
    );
    const {sampled, release, kept} = visit;
    const [first, ...rest] = kept;
    if (first === undefined) throw nothingCollected(target, sampled);
    const recording: HeapRecording = {intervalBytes, live, threads: [first, ...rest], seconds: sampled.seconds};
    await keepHeapRecording(to, recording);
    const summary = await summariseHeap(recording);
    if (json) terminal.printJson({...visitJson(target, visit), file: to.file, ...heapJson(recording, summary, top)});
    else {
      const options = {top, tree: flags.tree === true, width: terminal.columns};
      for (const line of [...heapText(recording, summary, options), ""]) terminal.tell(line);
      terminal.tell(`kept in ${to.place}${endings[sampled.ending]}`);
    }
    tellLosses(sampled);
    terminal.tell(releaseText(target, release));
    return visitCode(visit);
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

/** A profile of each thread of which something was collected, in places of the sources. */
async function profilesOf(target: Target, {threads}: Sampled<Profile>): Promise<Profile[]> {
  const collected = threads.flatMap((thread) => {
    const [first, ...rest] = thread.slices;
    return first === undefined ? [] : [{...mergeProfiles([first, ...rest]), title: sampledTitle(target, thread)}];
  });
  const files = collected.flatMap(({frames}) => frames.map(({file}) => file));
  const maps = await heldMapsOf(target.inspector, files);
  return collected.map((profile) => inHeldSources(profile, maps));
}
