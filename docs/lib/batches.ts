import type {Host, Settings} from "./measure.js";
import {callBatch, type Iteration} from "./opaque-call.js";
import {chainStepNs} from "./reference-chain.js";
import {median} from "./stats/median.js";

/** A variant, ready to be timed. */
export interface Batches {
  readonly run: Iteration;
  readonly input: unknown;
  readonly host: Host;
  /** Calls of the reference chain beside each batch. */
  readonly chainCalls: number;
  /** Iterations of one batch. */
  readonly iterations: number;
}

/** One batch, with the chain that was timed just before it. */
interface Timed {
  readonly perIterationNs: number;
  readonly perStepNs: number;
  /** The share of the batch in which the process did not run. */
  readonly away: number;
}

/** What a fork keeps of its batches: see `Fork`. */
export interface Taken {
  readonly samplesNs: number[];
  readonly referenceNs: number[];
  readonly dropped: number;
}

const LEAST_BATCHES = 7;
const WINDOWS = 4;

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
 * Runs batches until the medians of four windows agree, or the time for it is over.
 *
 * @returns whether they agreed
 */
export function untilSteady(batches: Batches, batchNs: number, settings: Settings): boolean {
  const {host, run, input} = batches;
  const start = host.now();
  let {iterations} = batches;
  const medians: number[] = [];
  for (let window: number[] = []; host.now() - start <= settings.warmupCapNs; ) {
    const {perIterationNs, perStepNs} = timeBatch({...batches, iterations});
    window.push(perIterationNs / perStepNs);
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

/** Times batches and keeps those in which the process was not preempted. */
export function takeBatches(batches: Batches, settings: Settings): Taken {
  const {host} = batches;
  const start = host.now();
  const all: Timed[] = [];
  const preempted: Timed[] = [];
  while (all.length - preempted.length < settings.samples) {
    const timed = timeBatch(batches);
    all.push(timed);
    if (timed.away > tolerated(timed, batches.iterations)) preempted.push(timed);
    if (all.length < LEAST_BATCHES) continue;
    if (host.now() - start > settings.measureCapNs || all.length >= 3 * settings.samples) break;
  }
  return withoutWorst(all, preempted);
}

/** Drops the preempted batches, but never more than half of all: then those that suffered most. */
function withoutWorst(all: readonly Timed[], preempted: readonly Timed[]): Taken {
  const worst = [...preempted].sort((a, b) => b.away - a.away).slice(0, Math.floor(all.length / 2));
  const dropped = new Set(worst);
  const kept = all.filter((timed) => !dropped.has(timed));
  return {
    samplesNs: kept.map(({perIterationNs}) => fourDigits(perIterationNs)),
    referenceNs: kept.map(({perStepNs}) => fourDigits(perStepNs)),
    dropped: dropped.size
  };
}

function timeBatch({run, input, host, chainCalls, iterations}: Batches): Timed {
  const {now, cpuNs} = host;
  const perStepNs = chainStepNs(now, chainCalls);
  const cpuStart = cpuNs?.() ?? 0;
  const start = now();
  callBatch(run, input, iterations);
  const end = now();
  const cpu = cpuNs === undefined ? end - start : cpuNs() - cpuStart;
  return {
    perIterationNs: (end - start) / iterations,
    perStepNs,
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
