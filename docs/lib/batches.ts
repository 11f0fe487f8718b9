import type {Host, Settings} from "./measure.js";
import {callBatch, emptyCallNs, type Iteration} from "./opaque-call.js";
import {chainStepNs} from "./reference-chain.js";
import {median} from "./stats/median.js";

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
interface Timed {
  readonly perIterationNs: number;
  readonly perStepNs: number;
  /** An empty call: before or after the batch, whichever took longer. */
  readonly emptyNs: number;
  /** The share of the batch in which the process did not run. */
  readonly away: number;
}

/** What a fork keeps of its batches: see `Fork`. */
export interface Taken {
  readonly samplesNs: number[];
  readonly referenceNs: number[];
  readonly dropped: number;
  readonly emptyCallNs: number;
}

const LEAST_BATCHES = 7;
const WINDOWS = 4;

/** How much longer batches may go on while less than the least number was undisturbed. */
const PATIENCE = 3;

/** How much longer than at best the empty calls beside a batch may take. */
const UNDISTURBED = 1.15;

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

/**
 * Runs batches until the medians of four windows agree, or the time for it is over. Windows hold undisturbed batches
 * only: see `takeBatches`.
 *
 * @returns whether they agreed
 */
export function untilSteady(batches: Batches, batchNs: number, settings: Settings): boolean {
  const {host, run, input} = batches;
  const start = host.now();
  let {iterations} = batches;
  const medians: number[] = [];
  let leastEmptyNs = Number.POSITIVE_INFINITY;
  for (let window: number[] = []; host.now() - start <= settings.warmupCapNs; ) {
    const {perIterationNs, perStepNs, emptyNs} = timeBatch({...batches, iterations});
    leastEmptyNs = Math.min(leastEmptyNs, emptyNs);
    if (emptyNs <= leastEmptyNs * UNDISTURBED) window.push(perIterationNs / perStepNs);
    const elapsed = perIterationNs * iterations;
    if (elapsed < batchNs / 2) iterations = calibrate(run, input, host.now, batchNs);
    if (window.length < windowLength(elapsed)) continue;
    medians.push(median(window));
    window = [];
    if (host.now() - start >= settings.warmupNs && agree(medians.slice(-WINDOWS), settings.steadyWithin)) return true;
  }
  return false;
}

/** About six milliseconds' worth of batches, at least three and at most eleven. */
function windowLength(batchNs: number): number {
  return Math.max(3, Math.min(11, Math.round(6e6 / batchNs)));
}

function agree(medians: number[], within: number): boolean {
  return medians.length === WINDOWS && Math.max(...medians) <= Math.min(...medians) * (1 + within);
}

/**
 * Times batches until enough were undisturbed: the process was not preempted, and the empty calls beside it were as
 * short as they can be.
 *
 * Two hardware threads share a core, and on a virtual machine the other one may be somebody else's. What runs there
 * for a millisecond or for seconds makes everything that fills the processor take up to twice as long. An empty call
 * fills it too, so a batch is chosen by a figure that knows nothing of the variant's own time.
 */
export function takeBatches(batches: Batches, settings: Settings): Taken {
  const {host} = batches;
  const start = host.now();
  const all: Timed[] = [];
  for (let good = 0, over = false; good < settings.samples && !over; ) {
    all.push(timeBatch(batches));
    good = undisturbed(all, batches.iterations).length;
    const patience = good < LEAST_BATCHES ? PATIENCE : 1;
    over = all.length >= LEAST_BATCHES && host.now() - start > settings.measureCapNs * patience;
  }
  return taken(all, batches.iterations);
}

/** Keeps the undisturbed batches; where they are less than seven, the half that was disturbed least. */
function taken(all: readonly Timed[], iterations: number): Taken {
  const good = undisturbed(all, iterations);
  const kept = good.length >= LEAST_BATCHES ? good : undisturbed(all, iterations, median(troubles(all, iterations)));
  return {
    samplesNs: kept.map(({perIterationNs}) => fourDigits(perIterationNs)),
    referenceNs: kept.map(({perStepNs}) => fourDigits(perStepNs)),
    dropped: all.length - kept.length,
    emptyCallNs: fourDigits(median(kept.map(({emptyNs}) => emptyNs)))
  };
}

function undisturbed(all: readonly Timed[], iterations: number, most = 1): Timed[] {
  const trouble = troubles(all, iterations);
  return all.filter((_, index) => trouble[index]! <= most);
}

/** How much disturbed each batch was: above 1 is too much. */
function troubles(all: readonly Timed[], iterations: number): number[] {
  const most = Math.min(...all.map(({emptyNs}) => emptyNs)) * UNDISTURBED;
  return all.map((timed) => Math.max(timed.emptyNs / most, timed.away / tolerated(timed, iterations)));
}

function timeBatch({run, input, host, chainCalls, emptyCalls, iterations}: Batches): Timed {
  const {now, cpuNs} = host;
  const perStepNs = chainStepNs(now, chainCalls);
  const before = emptyCallNs(now, emptyCalls);
  const cpuStart = cpuNs?.() ?? 0;
  const start = now();
  callBatch(run, input, iterations);
  const end = now();
  const cpu = cpuNs === undefined ? end - start : cpuNs() - cpuStart;
  return {
    perIterationNs: (end - start) / iterations,
    perStepNs,
    emptyNs: Math.max(before, emptyCallNs(now, emptyCalls)),
    away: Math.max(0, (end - start - cpu) / (end - start))
  };
}

/** Twenty-five microseconds or three per cent of the batch, whichever is more. */
function tolerated({perIterationNs}: Timed, iterations: number): number {
  return Math.max(0.03, 25_000 / (perIterationNs * iterations));
}

/** Kept raw but compact: the clock does not know more. */
function fourDigits(ns: number): number {
  return Number(ns.toPrecision(4));
}
