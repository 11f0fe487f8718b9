import type {Host, Settings} from "./measure.js";
import {callBatch, emptyCallNs, type Iteration} from "./opaque-call.js";
import {Quiet} from "./quiet.js";
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
  /** An empty call before or after the batch, whichever took longer. */
  readonly emptyCallNs: number;
  /** The same in steps of the chain. */
  readonly emptyCallSteps: number;
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
  const quiet = new Quiet(Number.POSITIVE_INFINITY);
  for (let window: number[] = []; host.now() - start <= settings.warmupCapNs; ) {
    const {perIterationNs, perStepNs, emptyCallSteps} = timeBatch({...batches, iterations}, quiet);
    if (emptyCallSteps <= quiet.atBest * UNDISTURBED) window.push(perIterationNs / perStepNs);
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
 *
 * @param atBest steps of the chain that an empty call takes on this machine when nothing disturbs it, or more
 */
export function takeBatches(batches: Batches, settings: Settings, atBest: number): Taken {
  const {samples, measureCapNs, patience = 1} = settings;
  const {now} = batches.host;
  const start = now();
  const quiet = new Quiet(atBest);
  const all: Timed[] = [];
  for (let good = 0, over = false; good < samples && !over; ) {
    all.push(timeBatch(batches, quiet));
    good = undisturbed(all, batches.iterations, quiet).length;
    over = all.length >= LEAST_BATCHES && now() - start > measureCapNs * (good < LEAST_BATCHES ? patience : 1);
  }
  const good = undisturbed(all, batches.iterations, quiet);
  return taken(all, good.length >= LEAST_BATCHES ? good : betterHalf(all, batches.iterations, quiet));
}

function taken(all: readonly Timed[], kept: readonly Timed[]): Taken {
  return {
    samplesNs: kept.map(({perIterationNs}) => fourDigits(perIterationNs)),
    referenceNs: kept.map(({perStepNs}) => fourDigits(perStepNs)),
    dropped: all.length - kept.length,
    emptyCallNs: fourDigits(median(kept.map(({emptyCallNs}) => emptyCallNs)))
  };
}

function undisturbed(all: readonly Timed[], iterations: number, {atBest}: Quiet): Timed[] {
  return all.filter((timed) => troubleOf(timed, iterations, atBest) <= 1);
}

function betterHalf(all: readonly Timed[], iterations: number, {atBest}: Quiet): Timed[] {
  const trouble = all.map((timed) => troubleOf(timed, iterations, atBest));
  const most = median(trouble);
  return all.filter((_, index) => trouble[index]! <= most);
}

/** How much a batch was disturbed, by what ran on the same core or in place of the process: above 1 is too much. */
function troubleOf({perIterationNs, emptyCallSteps, away}: Timed, iterations: number, atBest: number): number {
  return Math.max(emptyCallSteps / (atBest * UNDISTURBED), away / tolerated(perIterationNs * iterations));
}

function timeBatch({run, input, host, chainCalls, emptyCalls, iterations}: Batches, quiet: Quiet): Timed {
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

/** The share of a batch that the process may be away: twenty-five microseconds, or three per cent if that is more. */
function tolerated(batchNs: number): number {
  return Math.max(0.03, 25_000 / batchNs);
}

/** Kept raw but compact: the clock does not know more. */
function fourDigits(ns: number): number {
  return Number(ns.toPrecision(4));
}
