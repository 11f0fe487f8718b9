import {mean} from "./mean.js";
import {sorted} from "./sorted.js";

/**
 * The mean of what is left when the share `trim` of the values, rounded down to whole values, is cut off at
 * each end.
 *
 * @param trim share cut off at each end, from 0 (the plain mean) to below one half
 * @throws RangeError if there is no value, one is not finite, or trim is out of range
 */
export function trimmedMean(values: readonly number[], trim = 0.2): number {
  const cut = trimCount(values.length, trim);
  return mean(sorted(values).subarray(cut, values.length - cut));
}

/**
 * How many of n values a trim cuts off at each end.
 *
 * @throws RangeError if trim is not a share below one half
 */
export function trimCount(n: number, trim: number): number {
  if (!(trim >= 0 && trim < 0.5)) throw new RangeError(`trim: expected a share from 0 to below 0.5, got ${trim}`);
  return Math.floor(trim * n);
}
