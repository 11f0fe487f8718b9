import * as v from "valibot";
import {fromHeapProfile} from "#lib/profile/from-heap-profile.js";
import {checkHeapProfile} from "#lib/profile/heap-profile.js";
import type {Profile} from "#lib/profile/profile.js";
import {NO_INLINING} from "../no-inlining.js";
import type {Command, Recorder} from "../recorder.js";
import type {ThreadSampler} from "../sample-thread.js";
import {inHeldSources} from "../target-sources.js";

/** Which allocations are sampled, and how finely. */
export interface HeapSampling {
  /** One sample in so many bytes, on average. */
  readonly intervalBytes: number;
  /** Only what is still reachable when the sampler is asked; else garbage too. */
  readonly live: boolean;
}

/**
 * V8 collects all garbage before it answers, and then walks all samples. On Node 20 it so loses the places of functions
 * that nothing refers to any more, such as those of a script that is through. Whoever counts calls holds their code.
 */
const HOLD_CODE: readonly Command[] = [
  ["Profiler.enable"],
  ["Profiler.startPreciseCoverage", {callCount: true, detailed: false}]
];
const COLLECT_MS = 120_000;
const SLICE_MS = 60_000;
const answer = v.looseObject({profile: v.unknown()});

/**
 * Samples the allocations of a program from its first line on. V8 charges what an inlined function allocates to its
 * caller, on every version to 26.
 */
export function heapRecorder(sampling: HeapSampling, inlining: boolean): Recorder<Profile> {
  return {
    flags: inlining ? [] : NO_INLINING,
    start: [["HeapProfiler.startSampling", parameters(sampling)]],
    beforeStop: HOLD_CODE,
    stop: "HeapProfiler.stopSampling",
    read: (value, maps) => inHeldSources(fromHeapProfile(checkHeapProfile(value, "profile"), "profile"), maps)
  };
}

/** Samples the allocations of a thread that runs. Only a sampler that goes on can say what survived all the while. */
export function heapSampler(sampling: HeapSampling): ThreadSampler<Profile> {
  const asking = `HeapProfiler.${sampling.live ? "getSamplingProfile" : "stopSampling"}`;
  return {
    start: ({session}) => session.command("HeapProfiler.startSampling", parameters(sampling), COLLECT_MS),
    async collect({name, session}) {
      const {profile} = await session.ask(asking, {}, answer, COLLECT_MS);
      return fromHeapProfile(checkHeapProfile(profile, `the allocations of the ${name}`), name);
    },
    end: ({session}) => session.command("HeapProfiler.disable", {}, COLLECT_MS),
    cumulative: sampling.live,
    sliceMs: SLICE_MS
  };
}

/** As the protocol has them (`HeapProfiler.startSampling`). */
function parameters({intervalBytes, live}: HeapSampling): object {
  return {
    samplingInterval: intervalBytes,
    includeObjectsCollectedByMajorGC: !live,
    includeObjectsCollectedByMinorGC: !live
  };
}
