import {type Benchmark, benchmarkTitle} from "#lib/imported.js";
import {meaningOf} from "#lib/unit-meaning.js";

/**
 * The samples of a benchmark as times, for formats that know nothing else. Values stay exactly as they are where
 * they are in the unit already.
 *
 * @param unit the one wanted, as `meaningOf` reads it
 * @returns null if the benchmark is no time
 */
export function inTime(benchmark: Benchmark, unit: "ns" | "s"): Benchmark | null {
  const from = meaningOf(benchmark.unit);
  if (from.base !== "ns") return null;
  const ns = unit === "ns" ? 1 : 1e9;
  if (from.cost(1) === ns && from.cost(2) === 2 * ns) return {...benchmark, unit};
  const convert = (value: number) => from.cost(value) / ns;
  const processes = benchmark.processes.map(({samples, warmups, ...process}) => ({
    ...process,
    samples: samples.map(convert),
    ...(warmups !== undefined && {warmups: warmups.map(({calls, value}) => ({calls, value: convert(value)}))})
  }));
  return {...benchmark, unit, processes};
}

/** Splits benchmarks into those that a format can hold and a note about the others. */
export function holdable(
  benchmarks: readonly Benchmark[],
  convert: (benchmark: Benchmark) => Benchmark | null,
  why: string
): {held: Benchmark[]; notes: string[]} {
  const held: Benchmark[] = [];
  const left: string[] = [];
  for (const benchmark of benchmarks) {
    const converted = convert(benchmark);
    if (converted === null) left.push(benchmarkTitle(benchmark));
    else held.push(converted);
  }
  return {held, notes: left.length === 0 ? [] : [leftOut(left, why)]};
}

/** "2 figures were left out, because …: a, b" */
export function leftOut(titles: readonly string[], why: string): string {
  const shown = titles.slice(0, 3).join(", ") + (titles.length > 3 ? " and others" : "");
  const what = titles.length === 1 ? "1 figure was" : `${titles.length} figures were`;
  return `${what} left out, because ${why}: ${shown}`.slice(0, 400);
}
