import {sorted} from "./sorted.js";

/**
 * The half of the values that lies closest together, in ascending order: of n values, n ÷ 2 rounded up. Its middle is an
 * estimate of location that values which are wrong in different ways do not move, even if they are more than half
 * (the shortest half of Rousseeuw and Leroy, Robust Regression and Outlier Detection, 1987, section 4.2).
 *
 * @throws RangeError if there is no value, or one is not finite
 */
export function shortestHalf(values: readonly number[]): number[] {
  const all = [...sorted(values)];
  const half = Math.ceil(all.length / 2);
  const width = (start: number) => all[start + half - 1]! - all[start]!;
  let shortest = 0;
  for (let start = 1; start + half <= all.length; start++) if (width(start) < width(shortest)) shortest = start;
  return all.slice(shortest, shortest + half);
}
