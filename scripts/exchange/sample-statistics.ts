import {studentTQuantile} from "#lib/stats/student-t-quantile.js";

/** Statistics as benchmark tools define them: over all samples of all processes, as if they were independent. */
export interface SampleStatistics {
  readonly n: number;
  readonly mean: number;
  /** Divisor n − 1; NaN for one sample. */
  readonly stddev: number;
  /** @param share from 0 to 1; position share · (n + 1), as Apache Commons Math has it */
  readonly percentile: (share: number) => number;
  /** Half the width of Student's interval of the mean; NaN for two samples or fewer. */
  readonly meanError: (level: number) => number;
}

/** @param counts how often each sample was seen; once, if left out */
export function sampleStatistics(samples: readonly number[], counts?: readonly number[]): SampleStatistics {
  const pairs = samples.map((value, index) => ({value, count: counts?.[index] ?? 1}));
  pairs.sort((a, b) => a.value - b.value);
  const sum = (of: (value: number) => number) => pairs.reduce((total, {value, count}) => total + of(value) * count, 0);
  const n = pairs.reduce((total, {count}) => total + count, 0);
  const mean = sum((value) => value) / n;
  const stddev = n > 1 ? Math.sqrt(sum((value) => (value - mean) ** 2) / (n - 1)) : Number.NaN;
  return {
    n,
    mean,
    stddev,
    percentile: (share) => percentileOf(pairs, n, share),
    meanError: (level) => (n > 2 ? (-studentTQuantile((1 - level) / 2, n - 1) * stddev) / Math.sqrt(n) : Number.NaN)
  };
}

type Counted = readonly {readonly value: number; readonly count: number}[];

function percentileOf(ascending: Counted, n: number, share: number): number {
  const position = Math.min(n, Math.max(1, share * (n + 1)));
  const below = Math.floor(position);
  const [low, high] = [valueAt(ascending, below), valueAt(ascending, Math.min(n, below + 1))];
  return low + (high - low) * (position - below);
}

/** @param place from 1 */
function valueAt(ascending: Counted, place: number): number {
  let seen = 0;
  for (const {value, count} of ascending) {
    seen += count;
    if (seen >= place) return value;
  }
  return ascending.at(-1)!.value;
}
