/** Fewer values are no segment. */
const SHORTEST = 5;
/** Values that agree better than this do not agree better than a clock can tell: half a per cent, on a log scale. */
const FINEST = 0.005;

/**
 * Where mean or variance of a series change: pruned exact search for the segmentation of least cost (PELT; Killick,
 * Fearnhead and Eckley 2012, "Optimal detection of changepoints with a linear computational cost"). The cost of a
 * segment is twice its negative log-likelihood under a normal distribution of its own; each segment costs 15 ln n more,
 * the penalty of Barrett and others (2017).
 *
 * @param values in order of time, without outliers; logarithms of times, so that a change is a factor
 * @returns for each segment but the first, the index at which it begins, ascending; segments have at least five values
 */
export function changePoints(values: readonly number[]): number[] {
  const n = values.length;
  const penalty = 15 * Math.log(Math.max(2, n));
  const cost = costOf(values);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + 1);
  best[0] = -penalty;
  let starts = [0];
  for (let end = SHORTEST; end <= n; end++) {
    const totals = starts.map((start) => best[start]! + cost(start, end));
    for (const [index, start] of starts.entries()) {
      if (totals[index]! + penalty >= best[end]!) continue;
      best[end] = totals[index]! + penalty;
      from[end] = start;
    }
    starts = starts.filter((_, index) => totals[index]! <= best[end]!);
    const next = end - SHORTEST + 1;
    if (next >= SHORTEST) starts.push(next);
  }
  const changes: number[] = [];
  for (let start = from[n]!; start > 0; start = from[start]!) changes.unshift(start);
  return changes;
}

/** Cost of the values from `start` to before `end`, by sums made once. */
function costOf(values: readonly number[]): (start: number, end: number) => number {
  const [sums, squares] = [new Float64Array(values.length + 1), new Float64Array(values.length + 1)];
  const middle = values[values.length >> 1] ?? 0;
  for (const [index, value] of values.entries()) {
    sums[index + 1] = sums[index]! + (value - middle);
    squares[index + 1] = squares[index]! + (value - middle) ** 2;
  }
  return (start, end) => {
    const count = end - start;
    const mean = (sums[end]! - sums[start]!) / count;
    const variance = (squares[end]! - squares[start]!) / count - mean ** 2;
    return count * Math.log(Math.max(variance, FINEST ** 2));
  };
}
