import type {Kind} from "../lib/lab.js";
import {seededRandom, shuffle} from "../lib/random.js";
import type {Fork, LabDescription, Run} from "../lib/result.js";
import {pageSettings} from "../lib/settings.js";
import {forkInWorker} from "./fork-in-worker.js";
import {thisBrowser} from "./this-browser.js";

/** What to measure in the page: variants of a lab at one size, the baseline among them. */
export interface PagePlan {
  /** Address of the compiled lab. */
  readonly lab: string;
  /** SHA-256 of what stands there. */
  readonly hash: string;
  readonly variants: readonly string[];
  readonly size: number;
  readonly kind: Kind;
  readonly blocks: number;
}

/** How far a run in the page has come. */
export interface PageProgress {
  readonly variant: string;
  readonly done: number;
  readonly of: number;
}

/**
 * Measures a lab in this browser: a fresh Worker for each fork, blocks in random order. A variant that fails is
 * left out from then on, and the failure kept. What has been measured when the signal aborts is given back.
 *
 * @throws Error if nothing could be measured
 */
export async function measureInPage(
  plan: PagePlan,
  onProgress: (progress: PageProgress) => void,
  signal: AbortSignal
): Promise<Run> {
  const started = new Date();
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  const order = orderOf(plan, seed);
  const forks: Fork[] = [];
  const failures: Run["failures"] = [];
  let lab: LabDescription | undefined;
  for (const [index, {block, variant}] of order.entries()) {
    if (signal.aborted) break;
    if (failures.some((failure) => failure.variant === variant)) continue;
    onProgress({variant, done: index, of: order.length});
    const {size, kind} = plan;
    const request = {block, order: index, variant, size, seed: seed + block, settings: pageSettings(kind)};
    try {
      const measured = await forkInWorker({lab: plan.lab, request}, signal);
      lab = measured.lab;
      forks.push(measured.fork);
    } catch (error) {
      if (!signal.aborted) failures.push({block, variant, size, reason: (error as Error).message});
    }
  }
  if (lab === undefined) throw new Error(failures[0]?.reason ?? "Stopped before anything was measured.");
  const ending = signal.aborted ? "interrupted" : failures.length > 0 ? "failed" : "blocks";
  return runOf(lab, {hash: plan.hash, forks, failures, seed, started, ending});
}

function orderOf({blocks, variants}: PagePlan, seed: number): {block: number; variant: string}[] {
  const random = seededRandom(seed);
  const each = (block: number) => shuffle(variants, random).map((variant) => ({block, variant}));
  return Array.from({length: blocks}, (_, block) => each(block)).flat();
}

type Measured = Pick<Run, "hash" | "forks" | "failures" | "seed" | "ending"> & {readonly started: Date};

function runOf(lab: LabDescription, {started, ...measured}: Measured): Run {
  return {
    ...measured,
    lab,
    runtime: thisBrowser(),
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    effort: "quick",
    margin: 0.01,
    load: [],
    selfCheck: [],
    notes: []
  };
}
