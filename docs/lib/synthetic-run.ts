import type {Kind} from "./lab.js";
import {seededRandom} from "./random.js";
import type {Fork, Machine, Run} from "./result.js";

/** The machine of results that no machine made. */
export const SYNTHETIC_MACHINE: Machine = {
  id: "nowhere",
  cpu: "No processor",
  cores: 2,
  memoryBytes: 8e9,
  os: "none",
  arch: "none",
  virtual: null
};

/** What a synthetic run pretends to have measured. */
export interface SyntheticOptions {
  /** True nanoseconds per iteration of each variant: for all sizes, or for each. The first is the baseline. */
  readonly times: {readonly [variant: string]: number | ((size: number) => number)};
  readonly sizes?: readonly number[];
  readonly blocks?: number;
  readonly kind?: Kind;
  readonly unit?: string;
  readonly claims?: Run["lab"]["claims"];
  readonly margin?: number;
  readonly seed?: number;
  readonly batches?: number;
  /** Standard deviation, over forks, of the logarithm of the time in steps of the reference chain. */
  readonly spread?: number;
  /** The same of the clock, which moves samples and reference chain together. */
  readonly drift?: number;
  readonly runtime?: Partial<Run["runtime"]>;
}

/** A run that no machine made, from a seed: for tests alone. It passes the check that real runs pass. */
export function syntheticRun(options: SyntheticOptions): Run {
  const {sizes = [1000], blocks = 8, kind = "compute", unit = "element", seed = 1} = options;
  const names = Object.keys(options.times);
  const baseline = names[0]!;
  return {
    hash: "0".repeat(64),
    lab: {
      question: "Which of these is faster?",
      kind,
      unit,
      sizes: [...sizes],
      baseline,
      variants: names.map((name) => ({
        name,
        title: name,
        against: name === baseline ? null : baseline,
        sizes: [...sizes]
      })),
      claims: options.claims ?? [],
      tolerance: 0
    },
    runtime: {name: "node", version: "24.21.0", engine: "V8 13.6", flags: [], ...options.runtime},
    started: "2026-01-01T00:00:00.000Z",
    seconds: 1,
    effort: "standard",
    seed,
    margin: options.margin ?? 0.01,
    ending: "precise",
    load: [],
    forks: syntheticForks({...options, sizes, blocks, seed}),
    failures: [],
    selfCheck: [],
    notes: []
  };
}

/** The forks of such a run: every variant at every size, once a block. */
export function syntheticForks(options: SyntheticOptions): Fork[] {
  const {times, sizes = [1000], blocks = 8, seed = 1, batches = 5, spread = 0.001, drift = 0.05} = options;
  const normal = normalFrom(seed);
  const forks: Fork[] = [];
  for (let block = 0; block < blocks; block++) {
    for (const [variant, time] of Object.entries(times)) {
      for (const size of sizes) {
        const clock = Math.exp(drift * normal());
        const ns = (typeof time === "number" ? time : time(size)) * clock * Math.exp(spread * normal());
        const jitter = Array.from({length: batches}, () => Math.exp(0.001 * normal()));
        forks.push({
          block,
          order: forks.length,
          variant,
          size,
          iterations: 100,
          samplesNs: jitter.map((factor) => ns * factor),
          referenceNs: jitter.map((factor) => clock * factor),
          dropped: 0,
          collections: null,
          steady: true,
          emptyCallNs: 3,
          clockStepNs: 40
        });
      }
    }
  }
  return forks;
}

/** Standard normal pseudo-random numbers from a seed (Box and Muller 1958). */
export function normalFrom(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
