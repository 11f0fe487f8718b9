import * as v from "valibot";
import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {fromCpuProfile} from "#lib/profile/from-cpu-profile.js";
import {type FunctionRow, functionRows} from "#lib/profile/function-rows.js";
import {idleWeight} from "#lib/profile/idle.js";
import {mergeProfiles} from "#lib/profile/merge-profiles.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {evaluate} from "./evaluate.js";
import {LiveThreads} from "./live-threads.js";
import {cpuSampler} from "./sample-thread.js";
import type {Target} from "./target.js";
import {type HeldMaps, heldMaps, withHeldMaps} from "./target-sources.js";

/** What a process did in a short time. */
export interface LiveSlice {
  readonly seconds: number;
  readonly threads: number;
  readonly samples: number;
  /** Processor seconds of the whole process in a second. */
  readonly cpu: number;
  /** Of these, what emptying and starting the profiler took: at the end of each slice, without the sampling itself. */
  readonly overhead: number;
  /** Share of the threads' time in which they waited for events. */
  readonly idle: number;
  /** Times in microseconds, summed over the threads; the greatest self time first. */
  readonly functions: readonly FunctionRow[];
}

const Usage = v.object({cpuUs: v.number(), ms: v.number()});
type Usage = v.InferOutput<typeof Usage>;
const usage =
  "(() => { const {user, system} = process.cpuUsage(); return {cpuUs: user + system, ms: performance.now()}; })()";

/** Samples a target slice by slice, all threads. */
export class LiveSampler {
  readonly #target: Target;
  readonly #threads: LiveThreads<CpuProfile>;
  #before: Usage | undefined;
  #maps: HeldMaps = new Map();
  readonly #asked = new Set<string>();

  constructor(target: Target, intervalUs: number) {
    this.#target = target;
    this.#threads = new LiveThreads(target.inspector, cpuSampler(intervalUs));
  }

  /** Starts sampling. */
  async begin(): Promise<void> {
    await this.#threads.begin();
    this.#before = await this.#usage();
  }

  /**
   * Takes what was sampled since the last time, and goes on sampling.
   *
   * @throws SessionEnded if the target is gone
   */
  async take(): Promise<LiveSlice> {
    const [before, collected, after] = await Promise.all([this.#usage(), this.#threads.take(), this.#usage()]);
    const start = this.#before ?? before;
    this.#before = after;
    const profiles = await this.#inSources(collected);
    const seconds = Math.max(1e-3, (after.ms - start.ms) / 1000);
    return {
      seconds,
      threads: profiles.length,
      cpu: (after.cpuUs - start.cpuUs) / 1e6 / seconds,
      overhead: (after.cpuUs - before.cpuUs) / 1e6 / seconds,
      ...contentOf(profiles.map((profile) => fromCpuProfile(profile, "slice")))
    };
  }

  /** Stops sampling. Does not throw. */
  end(): Promise<void> {
    return this.#threads.end();
  }

  async #usage(): Promise<Usage> {
    return v.parse(Usage, await evaluate(this.#target.inspector, usage));
  }

  async #inSources(profiles: readonly CpuProfile[]): Promise<CpuProfile[]> {
    const urls = new Set(profiles.flatMap(({nodes}) => nodes.map(({callFrame}) => callFrame.url)));
    if ([...urls].some((url) => !this.#asked.has(url))) {
      for (const url of urls) this.#asked.add(url);
      this.#maps = new Map([...this.#maps, ...(await heldMaps(this.#target.inspector, profiles))]);
    }
    return profiles.map((profile) => withHeldMaps(profile, this.#maps));
  }
}

function contentOf(profiles: readonly Profile[]): Pick<LiveSlice, "samples" | "idle" | "functions"> {
  const [first, ...rest] = profiles;
  if (first === undefined) return {samples: 0, idle: 0, functions: []};
  const profile = mergeProfiles([first, ...rest]);
  const {weight, samples} = sumOf(profile);
  const functions = functionRows(profile).filter(({frame}) => frame.name !== "(idle)");
  return {samples, idle: weight === 0 ? 0 : idleWeight(profile) / weight, functions};
}
