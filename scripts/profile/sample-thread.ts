import * as v from "valibot";
import {type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import type {Thread} from "./threads.js";

/** One of V8's samplers, as it is asked of a thread of a target. A session that has ended throws. */
export interface ThreadSampler<Piece> {
  readonly start: (thread: Thread) => Promise<void>;
  /** What was sampled since the last start; then it has to be started again, unless it is `cumulative`. */
  readonly collect: (thread: Thread) => Promise<Piece>;
  /** Frees what the sampler holds. */
  readonly end: (thread: Thread) => Promise<void>;
  /** Whether it goes on after `collect`, so that a piece holds all that was in the ones before. */
  readonly cumulative: boolean;
  /** How often it is emptied: a target that dies takes no more than this with it. Each time costs the target. */
  readonly sliceMs: number;
}

/** Samples processor time. */
export function cpuSampler(intervalUs: number): ThreadSampler<CpuProfile> {
  return {
    start: (thread) => startSampling(thread, intervalUs),
    collect: stopSampling,
    end: endSampling,
    cumulative: false,
    sliceMs: 10_000
  };
}

/** Collecting a profile walks all that was sampled: a big program takes seconds. */
const STOP_MS = 60_000;
const stopped = v.looseObject({profile: v.unknown()});

/**
 * Starts V8's sampling profiler on a thread.
 *
 * @param intervalUs asked of V8; what it keeps is longer, and stands in the profile
 */
export async function startSampling({session}: Thread, intervalUs: number): Promise<void> {
  await Promise.all([
    session.command("Profiler.enable"),
    session.command("Profiler.setSamplingInterval", {interval: intervalUs}),
    session.command("Profiler.start")
  ]);
}

/** Stops the profiler. @returns what it sampled since the start; a session that has ended throws */
export async function stopSampling({name, session}: Thread): Promise<CpuProfile> {
  const {profile} = await session.ask("Profiler.stop", {}, stopped, STOP_MS);
  return checkCpuProfile(profile, `the profile of the ${name}`);
}

/** Frees what the profiler holds. */
export async function endSampling({session}: Thread): Promise<void> {
  await session.command("Profiler.disable");
}
