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
 * The trimmed mean of one sample with its confidence interval: standard error s_w·√((n − 1) ÷ (h·(h − 1))),
 * where s_w is the winsorized standard deviation, and Student's t with h − 1 degrees of freedom for the h values
 * kept (Yuen 1974). The other error in use, s_w ÷ ((1 − 2·trim)·√n) (Tukey and McLaughlin 1963), makes intervals
 * whose coverage rises and falls with n, because h is a whole number.
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
  const error = Math.sqrt(((n - 1) * winsorizedVariance(values, trim)) / (kept * (kept - 1)));
  if (error === 0) return {estimate, low: estimate, high: estimate, pValue: estimate === 0 ? 1 : 0};
  const halfWidth = -studentTQuantile((1 - level) / 2, kept - 1) * error;
  const pValue = 2 * studentTCdf(-Math.abs(estimate / error), kept - 1);
  return {estimate, low: estimate - halfWidth, high: estimate + halfWidth, pValue};
}
