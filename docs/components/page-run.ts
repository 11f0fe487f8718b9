import type {Kind} from "../lib/lab.js";
import {seededRandom, shuffle} from "../lib/random.js";
import type {Fork, LabDescription, Run} from "../lib/result.js";
import {settingsFor} from "../lib/settings.js";
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
 * Measures a lab in this browser: a fresh Worker for each fork, blocks in random order. What has been measured
 * when the signal aborts is given back, as the terminal does.
 */
export async function measureInPage(
  plan: PagePlan,
  onProgress: (progress: PageProgress) => void,
  signal: AbortSignal
): Promise<Run> {
  const started = new Date();
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  const random = seededRandom(seed);
  const forks: Fork[] = [];
  let description: LabDescription | undefined;
  const order = Array.from({length: plan.blocks}, (_, block) =>
    shuffle(plan.variants, random).map((variant) => ({block, variant}))
  ).flat();
  for (const [index, {block, variant}] of order.entries()) {
    if (signal.aborted) break;
    onProgress({variant, done: index, of: order.length});
    const settings = settingsFor(plan.kind, "quick");
    const request = {block, order: index, variant, size: plan.size, seed: seed + block, settings};
    const measured = await forkInWorker({lab: plan.lab, request}, signal).catch(unlessAborted(signal));
    if (measured === undefined) break;
    description = measured.lab;
    forks.push(measured.fork);
  }
  if (description === undefined) throw new Error("Stopped before anything was measured.");
  return runOf(description, forks, {hash: plan.hash, seed, started, ending: signal.aborted ? "interrupted" : "blocks"});
}

function unlessAborted(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}

type Circumstances = Pick<Run, "hash" | "seed" | "ending"> & {readonly started: Date};

function runOf(lab: LabDescription, forks: Fork[], {hash, seed, started, ending}: Circumstances): Run {
  return {
    hash,
    lab,
    runtime: thisBrowser(),
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    effort: "quick",
    seed,
    margin: 0.01,
    ending,
    load: [],
    forks,
    failures: [],
    selfCheck: [],
    notes: []
  };
}
