import {sorted} from "./sorted.js";

/**
 * The value below which the share p of the values lies, interpolated linearly between neighbours:
 * type 7 of Hyndman and Fan (1996), the default of R and NumPy.
 *
 * @param p from 0 (the least value) to 1 (the greatest)
 * @throws RangeError if there is no value, one is not finite, or p is not a share
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: expected a share from 0 to 1, got ${p}`);
  const ascending = sorted(values);
  const position = p * (ascending.length - 1);
  const below = Math.floor(position);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (position - below);
}
