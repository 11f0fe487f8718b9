import {type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {NO_INLINING} from "../no-inlining.js";
import {cpuRecorder, type Recorder, type Texts} from "../recorder.js";

/** What was sampled in a thread: as V8 says it, in lines of the code that ran. */
export interface SampledLines {
  readonly profile: CpuProfile;
  readonly texts: Texts;
}

/** Samples processor time for a table by line. @param intervalUs asked of V8 */
export function lineRecorder(intervalUs: number, inlining: boolean): Recorder<SampledLines> {
  return {
    ...cpuRecorder(intervalUs),
    flags: inlining ? [] : NO_INLINING,
    texts: true,
    read: (profile, _maps, texts) => ({profile: checkCpuProfile(profile, "profile"), texts})
  };
}
