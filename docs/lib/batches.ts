import type {Host} from "./measure.js";
import {callBatch, emptyCallNs, type Iteration} from "./opaque-call.js";
import type {Quiet} from "./quiet.js";
import {chainStepNs} from "./reference-chain.js";

/** A variant, ready to be timed. */
export interface Batches {
  readonly run: Iteration;
  readonly input: unknown;
  readonly host: Host;
  /** Calls of the reference chain beside each batch. */
  readonly chainCalls: number;
  /** Empty calls before and after each batch. */
  readonly emptyCalls: number;
  /** Iterations of one batch. */
  readonly iterations: number;
}

/** One batch, with what was timed beside it. */
export interface Timed {
  readonly perIterationNs: number;
  readonly perStepNs: number;
  /** An empty call before or after the batch, whichever took longer. */
  readonly emptyCallNs: number;
  /** The same in steps of the chain. */
  readonly emptyCallSteps: number;
  /** The share of the batch in which the process did not run. */
  readonly away: number;
}

/**
 * How many iterations take about `batchNs`, found by doubling. What was long enough is timed once more: the
 * first call is cold, and any may have been preempted.
 */
export function calibrate(run: Iteration, input: unknown, now: () => number, batchNs: number): number {
  const time = (iterations: number) => {
    const start = now();
    callBatch(run, input, iterations);
    return now() - start;
  };
  for (let iterations = 1; ; iterations *= 2) {
    const first = time(iterations);
    if (first < batchNs) continue;
    const elapsed = Math.min(first, time(iterations));
    if (elapsed >= batchNs / 2) return Math.max(1, Math.round((iterations * batchNs) / elapsed));
  }
}

/** Times one batch: the chain, empty calls, the variant, empty calls again. */
export function timeBatch({run, input, host, chainCalls, emptyCalls, iterations}: Batches, quiet: Quiet): Timed {
  const {now, cpuNs} = host;
  const perStepNs = chainStepNs(now, chainCalls);
  const before = emptyCallNs(now, emptyCalls);
  const cpuStart = cpuNs?.() ?? 0;
  const start = now();
  callBatch(run, input, iterations);
  const end = now();
  const cpu = cpuNs === undefined ? end - start : cpuNs() - cpuStart;
  const longer = Math.max(before, emptyCallNs(now, emptyCalls));
  return {
    perIterationNs: (end - start) / iterations,
    perStepNs,
    emptyCallNs: longer,
    emptyCallSteps: quiet.add(longer, perStepNs),
    away: Math.max(0, (end - start - cpu) / (end - start))
  };
}
