import type {Benchmark, ProcessSamples} from "./imported.js";
import {median} from "./stats/median.js";

/** The one value of a process, in the unit of its benchmark: the median over its samples. */
export function processValue({samples, counts}: ProcessSamples): number {
  return counts === undefined ? median(samples) : countedMedian(samples, counts);
}

/** One value a process, in their order. */
export function processValues({processes}: Pick<Benchmark, "processes">): number[] {
  return processes.map(processValue);
}

/**
 * The values of a benchmark that are compared: one a process. Where there is only one process, its samples; where those
 * are counted and not listed, the median of each of its iterations.
 */
export function comparedValues(benchmark: Pick<Benchmark, "processes">): readonly number[] {
  const [only, ...others] = benchmark.processes;
  if (only === undefined || others.length > 0) return processValues(benchmark);
  return only.counts === undefined ? only.samples : iterationValues(only, only.counts);
}

function iterationValues(
  {samples, iterations = [samples.length]}: ProcessSamples,
  counts: readonly number[]
): number[] {
  let end = 0;
  return iterations
    .filter((length) => length > 0)
    .map((length) => {
      end += length;
      return countedMedian(samples.slice(end - length, end), counts.slice(end - length, end));
    });
}

/** The least sample that, with all that are smaller, makes up half of what was counted. */
function countedMedian(samples: readonly number[], counts: readonly number[]): number {
  const pairs = samples.map((value, index) => ({value, count: counts[index]!})).sort((a, b) => a.value - b.value);
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let seen = 0;
  for (const {value, count} of pairs) {
    seen += count;
    if (seen >= half) return value;
  }
  return pairs.at(-1)!.value;
}
