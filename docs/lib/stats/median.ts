import {quantile} from "./quantile.js";

/**
 * The middle value; of an even number of values, the mean of the two in the middle.
 *
 * @throws RangeError if there is no value, or one is not finite
 */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
