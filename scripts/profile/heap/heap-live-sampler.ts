import * as v from "valibot";
import {type FunctionRow, functionRows} from "#lib/profile/function-rows.js";
import {mergeProfiles} from "#lib/profile/merge-profiles.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {evaluate} from "../evaluate.js";
import {LiveThreads} from "../live-threads.js";
import type {Target} from "../target.js";
import {type HeldMaps, heldMapsOf, inHeldSources} from "../target-sources.js";
import {heapSampler} from "./heap-sampling.js";

/** What a process allocated in a short time, and what it has. Bytes. */
export interface HeapSlice {
  readonly seconds: number;
  readonly threads: number;
  readonly samples: number;
  /** Allocated on the JavaScript heaps, garbage included. */
  readonly bytes: number;
  /** In use on the main thread's heap, after all garbage was collected. */
  readonly heapUsed: number;
  /** Memory of the main thread outside its heap that objects stand for: buffers, typed arrays. */
  readonly external: number;
  /** Memory of the whole process. */
  readonly rss: number;
  /** How long the main thread stood still at the end of the slice, in milliseconds. */
  readonly pauseMs: number;
  /** Summed over the threads; the greatest self weight first. */
  readonly functions: readonly FunctionRow[];
}

const ANSWER_MS = 120_000;
const Usage = v.object({ms: v.number(), heapUsed: v.number(), external: v.number(), rss: v.number()});
type Usage = v.InferOutput<typeof Usage>;
const usage = `(() => {
  const {heapUsed, external, rss} = process.memoryUsage();
  return {ms: performance.now(), heapUsed, external, rss};
})()`;

/** Samples the allocations of a target slice by slice, all threads. */
export class HeapLiveSampler {
  readonly #target: Target;
  readonly #threads: LiveThreads<Profile>;
  #beganMs: number | undefined;
  #maps: HeldMaps = new Map();
  readonly #asked = new Set<string>();

  constructor(target: Target, intervalBytes: number) {
    this.#target = target;
    this.#threads = new LiveThreads(target.inspector, heapSampler({intervalBytes, live: false}));
  }

  /** Starts sampling. */
  async begin(): Promise<void> {
    await this.#threads.begin();
    this.#beganMs = (await this.#usage()).ms;
  }

  /**
   * Takes what was allocated since the last time, and goes on sampling.
   *
   * @throws SessionEnded if the target is gone
   */
  async take(): Promise<HeapSlice> {
    const [before, pieces, after] = await Promise.all([this.#usage(), this.#threads.take(), this.#usage()]);
    const seconds = Math.max(1e-3, (before.ms - (this.#beganMs ?? before.ms)) / 1000);
    this.#beganMs = after.ms;
    const {heapUsed, external, rss} = after;
    const about = {seconds, threads: pieces.length, heapUsed, external, rss, pauseMs: after.ms - before.ms};
    const [first, ...rest] = await this.#inSources(pieces);
    if (first === undefined) return {...about, samples: 0, bytes: 0, functions: []};
    const profile = mergeProfiles([first, ...rest]);
    const {weight, samples} = sumOf(profile);
    return {...about, samples, bytes: weight, functions: functionRows(profile)};
  }

  /** Stops sampling. Does not throw. */
  end(): Promise<void> {
    return this.#threads.end();
  }

  async #usage(): Promise<Usage> {
    return v.parse(Usage, await evaluate(this.#target.inspector, usage, {timeoutMs: ANSWER_MS}));
  }

  async #inSources(profiles: readonly Profile[]): Promise<Profile[]> {
    const files = new Set(profiles.flatMap(({frames}) => frames.map(({file}) => file)));
    const added = [...files].filter((file) => !this.#asked.has(file));
    for (const file of added) this.#asked.add(file);
    if (added.length > 0) {
      this.#maps = new Map([...this.#maps, ...(await heldMapsOf(this.#target.inspector, added))]);
    }
    return profiles.map((profile) => inHeldSources(profile, this.#maps));
  }
}
