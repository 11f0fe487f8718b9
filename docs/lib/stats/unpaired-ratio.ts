import type {Estimate} from "./paired-ratio.js";
import {studentTCdf} from "./student-t-cdf.js";
import {studentTQuantile} from "./student-t-quantile.js";
import {trimCount, trimmedMean} from "./trimmed-mean.js";
import {winsorizedVariance} from "./winsorized-variance.js";

/** With fewer values on a side its spread is hardly known, and no interval is given. */
export const MIN_UNPAIRED = 3;

/** An estimate that rests on two samples which have nothing to do with each other. */
export type UnpairedEstimate = Omit<Estimate, "blocks">;

/**
 * How many times as long the variant takes as the baseline, where no value of one side belongs to one of the
 * other: the difference of the 20 % trimmed means of the logarithms, with the two-sample interval for unequal
 * variances of Yuen (1974). With fewer than five values nothing is trimmed, and it is Welch's.
 *
 * @param variant time, one value a process, same unit as baseline
 * @throws RangeError if a side has fewer than 3 values, or holds one that is not a finite number above 0
 */
export function unpairedRatio(variant: readonly number[], baseline: readonly number[], level = 0.95): UnpairedEstimate {
  const ours = logSample("variant", variant);
  const theirs = logSample("baseline", baseline);
  const difference = ours.centre - theirs.centre;
  const squared = ours.squaredError + theirs.squaredError;
  const of = (low: number, high: number, pValue: number): UnpairedEstimate => ({
    ratio: Math.exp(difference),
    interval: [Math.exp(low), Math.exp(high)],
    level,
    pValue
  });
  if (squared === 0) return of(difference, difference, difference === 0 ? 1 : 0);
  const df = squared ** 2 / (ours.squaredError ** 2 / (ours.kept - 1) + theirs.squaredError ** 2 / (theirs.kept - 1));
  const error = Math.sqrt(squared);
  const halfWidth = -studentTQuantile((1 - level) / 2, df) * error;
  return of(difference - halfWidth, difference + halfWidth, 2 * studentTCdf(-Math.abs(difference / error), df));
}

interface LogSample {
  /** The trimmed mean of the logarithms. */
  readonly centre: number;
  /** The square of its standard error. */
  readonly squaredError: number;
  readonly kept: number;
}

function logSample(side: string, values: readonly number[]): LogSample {
  if (values.length < MIN_UNPAIRED) {
    throw new RangeError(`${side}: expected at least ${MIN_UNPAIRED} values, got ${values.length}`);
  }
  const wrong = values.findIndex((value) => !(value > 0 && value < Infinity));
  if (wrong >= 0) throw new RangeError(`${side}[${wrong}]: expected a finite number above 0, got ${values[wrong]}`);
  const logs = values.map(Math.log);
  const kept = logs.length - 2 * trimCount(logs.length, 0.2);
  const squaredError = ((logs.length - 1) * winsorizedVariance(logs, 0.2)) / (kept * (kept - 1));
  return {centre: trimmedMean(logs, 0.2), squaredError, kept};
}
