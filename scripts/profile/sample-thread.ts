import * as v from "valibot";
import {type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import type {Thread} from "./threads.js";

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
