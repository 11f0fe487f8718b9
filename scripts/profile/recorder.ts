import {type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {type HeldMaps, withHeldMaps} from "./target-sources.js";

/** A command of the protocol. */
export type Command = readonly [method: string, params?: object];

/** How the threads of a program sample themselves from its first line on. */
export interface Sampling {
  /** Flags of V8 that are set before the program is compiled. */
  readonly flags: readonly string[];
  /** Commands of the protocol that begin the sampling. */
  readonly start: readonly Command[];
  /** Commands that come before the one that ends it. */
  readonly beforeStop?: readonly Command[];
  /** The command that ends it, and answers with the profile unless that was left in slices. */
  readonly stop: string;
  /** Whether the threads leave the code too that they ran. */
  readonly texts?: boolean;
  /** Samples in slices and keeps the last of them; left out, one profile comes at the end. */
  readonly ring?: Ring;
}

/** How a thread keeps the last of what it sampled. Times are milliseconds. */
export interface Ring {
  /** Length of a slice, and how far back slices are kept. */
  readonly sliceMs: number;
  readonly keepMs: number;
  /** Asks for a dump; null where there is none. */
  readonly signal: NodeJS.Signals | null;
  /** A loop that turns so late asks for a dump itself, so often at most, and never sooner after another one. */
  readonly slowMs: number | null;
  readonly mostSlow: number;
  readonly dumpMs: number;
}

/** How a program is sampled, and what is made of what its threads leave. */
export interface Recorder<Kept> extends Sampling {
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
