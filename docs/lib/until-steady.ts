import {type Batches, calibrate, timeBatch} from "./batches.js";
import type {Settings} from "./measure.js";
import {Quiet, UNDISTURBED} from "./quiet.js";
import {median} from "./stats/median.js";
import type {Taken} from "./take-batches.js";

const WINDOWS = 4;

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
    const last = medians.slice(-WINDOWS);
    const enough = last.length === WINDOWS && host.now() - start >= settings.warmupNs;
    if (enough && agree(last, settings.steadyWithin)) return true;
  }
  return false;
}

/**
 * Whether the batches that a fork kept agree, in four windows one after the other. Where the time for the warm-up was
 * over before its windows agreed, because they were few or disturbed, this tells whether the work had settled.
 *
 * @param within how far the medians of the windows may lie apart: 0.015 is 1.5 per cent
 */
export function hasSettled({samplesNs, referenceNs}: Taken, within: number): boolean {
  const steps = samplesNs.map((ns, batch) => ns / referenceNs[batch]!);
  if (steps.length < WINDOWS) return false;
  const bound = (window: number) => Math.round((window * steps.length) / WINDOWS);
  const windows = Array.from({length: WINDOWS}, (_, window) => steps.slice(bound(window), bound(window + 1)));
  return agree(windows.map(median), within);
}

/** About six milliseconds' worth of batches, at least three and at most eleven. */
function windowLength(batchNs: number): number {
  return Math.max(3, Math.min(11, Math.round(6e6 / batchNs)));
}

function agree(medians: readonly number[], within: number): boolean {
  return Math.max(...medians) <= Math.min(...medians) * (1 + within);
}
