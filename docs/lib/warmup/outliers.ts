/** Values before and after one that it is held against. */
const WINDOW = 50;
/** A side with fewer says nothing. */
const LEAST = 10;
/** Of the distance between the tenth and the ninetieth part. */
const REACH = 3;

/**
 * Which values stand out from those before and from those after them: above or below the median by more than three times
 * the distance from the first to the last decile, as Barrett and others (2017, section 4.1) have it. They take one window
 * around a value, and leave the first two hundred alone; here each side has to agree, so that the slow calls at the
 * beginning, or the first ones behind a step, stay.
 *
 * @param values logarithms of times, in order of time
 * @returns for each value whether it is an outlier
 */
export function outliers(values: readonly number[]): boolean[] {
  const all = Float64Array.from(values);
  return values.map((value, index) => {
    const before = rangeOf(all.slice(Math.max(0, index - WINDOW), index));
    const isAbove = value > before.high;
    if (!isAbove && value >= before.low) return false;
    const after = rangeOf(all.slice(index + 1, index + 1 + WINDOW));
    return isAbove ? value > after.high : value < after.low;
  });
}

/** Between which bounds a value does not stand out; without bounds where there are too few values. */
function rangeOf(side: Float64Array): {low: number; high: number} {
  if (side.length < LEAST) return {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY};
  const ascending = side.sort();
  const at = (share: number) => ascending[Math.round(share * (ascending.length - 1))]!;
  const reach = REACH * (at(0.9) - at(0.1));
  return {low: at(0.5) - reach, high: at(0.5) + reach};
}
