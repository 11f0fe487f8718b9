import {type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {type HeldMaps, withHeldMaps} from "./target-sources.js";

/** How the threads of a program are sampled from its first line on, and what is made of what they leave. */
export interface Recorder<Kept> {
  /** Flags of V8 that are set before the program is compiled. */
  readonly flags: readonly string[];
  /** Commands of the protocol that begin the sampling. */
  readonly start: readonly (readonly [method: string, params?: object])[];
  /** The command that ends it, and answers with the profile. */
  readonly stop: string;
  /** Whether the threads leave the code too that they ran. */
  readonly texts?: boolean;
  /** Checks what a thread left, and tells it in places of the sources. @throws ResultError */
  readonly read: (profile: unknown, maps: HeldMaps, texts: Texts) => Kept;
}

/** The code that V8 ran, by its address; null where code of several texts had one address. */
export type Texts = ReadonlyMap<string, string | null>;

/** Samples processor time. @param intervalUs asked of V8 */
export function cpuRecorder(intervalUs: number): Recorder<CpuProfile> {
  return {
    flags: [],
    start: [["Profiler.enable"], ["Profiler.setSamplingInterval", {interval: intervalUs}], ["Profiler.start"]],
    stop: "Profiler.stop",
    read: (profile, maps) => withHeldMaps(checkCpuProfile(profile, "profile"), maps)
  };
}
