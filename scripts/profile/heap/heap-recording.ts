import process from "node:process";
import {type FunctionRow, functionRows} from "#lib/profile/function-rows.js";
import {besideEachOther} from "#lib/profile/merge-profiles.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {formatToWrite} from "../formats/formats.js";
import {writeProfile} from "../formats/write-profile.js";
import {type Destination, keepSomewhere} from "../recording.js";
import {withSources} from "../with-sources.js";
import type {HeapSampling} from "./heap-sampling.js";

/** A recording of allocations. */
export interface HeapRecording extends HeapSampling {
  /** In bytes, one for each thread, titled by it; at least one. */
  readonly threads: readonly [Profile, ...Profile[]];
  /** How long was sampled. */
  readonly seconds: number;
}

/** What a recording of allocations says in short. */
export interface HeapSummary {
  readonly threads: readonly string[];
  readonly samples: number;
  readonly bytes: number;
  /** Null if only what survives was sampled: its rate says nothing. */
  readonly bytesPerSecond: number | null;
  /** The greatest self weight first; without the names of threads. */
  readonly functions: readonly FunctionRow[];
  /** All threads together, in places of the sources. */
  readonly profile: Profile;
}

/**
 * Writes a recording in the format of its destination; where the system refuses, into the folder for temporary files.
 * A `.heapprofile` keeps the places that V8 gave: whoever reads it follows the source maps on the disk.
 *
 * @throws ReaderError that says why the system refused, and where the recording is now
 */
export function keepHeapRecording(to: Destination, {threads}: HeapRecording): Promise<void> {
  return keepSomewhere(to, async ({file, place}) => {
    const profile = besideEachOther(threads, place);
    const own = formatToWrite(file).name === "heapprofile";
    await writeProfile(file, own ? profile : await withSources(profile), {base: `${process.cwd()}/`});
  });
}

/** Says in short what was recorded. */
export async function summariseHeap({threads, seconds, live}: HeapRecording): Promise<HeapSummary> {
  const profile = await withSources(besideEachOther(threads, "recording"));
  const {weight, samples} = sumOf(profile);
  const titles = threads.map(({title}) => title);
  const isThread = ({name, file}: FunctionRow["frame"]) => threads.length > 1 && file === "" && titles.includes(name);
  return {
    threads: titles,
    samples,
    bytes: weight,
    bytesPerSecond: live || seconds <= 0 ? null : weight / seconds,
    functions: functionRows(profile).filter(({frame}) => !isThread(frame)),
    profile
  };
}
