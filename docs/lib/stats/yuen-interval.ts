import {studentTCdf} from "./student-t-cdf.js";
import {studentTQuantile} from "./student-t-quantile.js";
import {trimCount, trimmedMean} from "./trimmed-mean.js";
import {winsorizedVariance} from "./winsorized-variance.js";

/** A trimmed mean with its interval, in the unit of the values. */
export interface YuenInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, for the hypothesis that the centre of the distribution is 0. */
  readonly pValue: number;
}

/**
 * The trimmed mean of one sample with its confidence interval: standard error s_w ÷ ((1 − 2·trim)·√n), where
 * s_w is the winsorized standard deviation, and Student's t with h − 1 degrees of freedom for the h values
 * kept (Tukey and McLaughlin 1963; Yuen 1974).
 *
 * The interval is a little too narrow where trim·n is whole (5, 10, 15 values), and too wide where it is just
 * below the next whole number (8, 9 values): 93 to 98 of 100 intervals at 95 % hold the centre.
 *
 * If the values kept are all equal, the interval has no width, and the p-value is 1 at 0 and 0 elsewhere.
 *
 * @param values independent of each other: one a fork or a block, never the samples of one fork
 * @param level how often the interval should hold the centre: 0.95 is 95 times in 100
 * @throws RangeError if fewer than two values are kept, one is not finite, or level or trim is out of range
 */
export function yuenInterval(values: readonly number[], level = 0.95, trim = 0.2): YuenInterval {
  if (!(level > 0 && level < 1)) throw new RangeError(`level: expected a share between 0 and 1, got ${level}`);
  const n = values.length;
  const kept = n - 2 * trimCount(n, trim);
  if (kept < 2) throw new RangeError(`values: expected at least 2 that are kept, got ${kept} of ${n}`);
  const estimate = trimmedMean(values, trim);
  const error = Math.sqrt(winsorizedVariance(values, trim) / n) / (1 - 2 * trim);
  if (error === 0) return {estimate, low: estimate, high: estimate, pValue: estimate === 0 ? 1 : 0};
  const halfWidth = -studentTQuantile((1 - level) / 2, kept - 1) * error;
  const pValue = 2 * studentTCdf(-Math.abs(estimate / error), kept - 1);
  return {estimate, low: estimate - halfWidth, high: estimate + halfWidth, pValue};
}
