import {performance} from "node:perf_hooks";
import {answerOf} from "#lib/answer.js";
import {calibrate} from "#lib/batches.js";
import type {Lab} from "#lib/lab.js";
import {optionsOf} from "#lib/measure.js";
import {callBatch, openCallSite} from "#lib/opaque-call.js";
import {seededRandom} from "#lib/random.js";
import {allocatedPerIteration} from "./allocated.js";

/** What to count: one variant at one size. */
export interface AllocationRequest {
  readonly variant: string;
  readonly size: number;
  /** Makes the data. */
  readonly seed: number;
  /** How often to count. */
  readonly rounds: number;
  /** Calls before the first count last at least so long, so that the compiler is done. */
  readonly warmupMs: number;
  /** About how long one count lasts. */
  readonly roundMs: number;
}

/** What a child answers: bytes per iteration, one value a round. */
export interface AllocationReply {
  readonly iterations: number;
  readonly heapBytes: readonly number[];
  readonly outsideBytes: readonly number[];
}

/**
 * V8 hands out its young space in pieces of some tens of kilobytes, and a whole piece counts as used: over so many
 * iterations a piece is less than a tenth of a byte to each.
 */
const MOST_ITERATIONS = 2_000_000;
const LEAST_ITERATIONS = 4;

/**
 * Counts what a variant allocates per iteration, garbage included. The variant is called as in timed runs, through a
 * call site that has seen many functions. Must run in a fresh process of a single thread (--single-threaded-gc), or
 * memory outside of the heap is freed unseen.
 *
 * @throws Error if the variant does not exist, or returns nothing that can be compared
 */
export function allocationOfLab<Input>(lab: Lab<Input>, request: AllocationRequest): AllocationReply {
  const {variant: name, size, seed, rounds, warmupMs, roundMs} = request;
  const variant = lab.variants[name];
  if (variant === undefined) throw new Error(`the lab has no variant ${name}`);
  const {run, prepare} = optionsOf(variant);
  const data = lab.setup(size, seededRandom(seed));
  const input = prepare === undefined ? data : prepare(data);
  answerOf(run(input), `variant ${name} at ${size}`);
  openCallSite();
  const count = (iterations: number) => allocatedPerIteration((times) => callBatch(run, input, times), iterations);
  const now = () => performance.now() * 1e6;
  for (const until = performance.now() + warmupMs; performance.now() < until; ) count(calibrate(run, input, now, 1e6));
  const fitting = Math.max(...[1, 2, 3].map(() => calibrate(run, input, now, (roundMs / 3) * 1e6)));
  const iterations = Math.min(MOST_ITERATIONS, Math.max(LEAST_ITERATIONS, fitting));
  count(iterations);
  const taken = Array.from({length: rounds}, () => count(iterations));
  return {
    iterations,
    heapBytes: taken.map(({heap}) => heap),
    outsideBytes: taken.map(({outside}) => outside)
  };
}
