import {mean} from "./mean.js";
import {sorted} from "./sorted.js";
import {trimCount} from "./trimmed-mean.js";

/**
 * The sample variance (divisor n − 1) after the values that `trimmedMean` would cut off at each end have been
 * replaced by the nearest one that it would keep.
 *
 * @throws RangeError if there are fewer than two values, one is not finite, or trim is out of range
 */
export function winsorizedVariance(values: readonly number[], trim = 0.2): number {
  const n = values.length;
  if (n < 2) throw new RangeError(`values: expected at least 2, got ${n}`);
  const cut = trimCount(n, trim);
  const ascending = sorted(values);
  ascending.fill(ascending[cut]!, 0, cut);
  ascending.fill(ascending[n - cut - 1]!, n - cut);
  const centre = mean(ascending);
  return ascending.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (n - 1);
}
