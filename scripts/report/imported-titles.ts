import {type Benchmark, benchmarkTitle} from "#lib/imported.js";

/** A qualified name, as Java and Rust have them. */
const QUALIFIED = /^[\w$]+(?:\.[\w$]+)+$/;

/**
 * What stands before each benchmark in a table: a further figure stands indented below what it belongs to, and what all
 * names begin with is taken off.
 *
 * @returns the titles, in their order, and what was taken off: "org.sample."
 */
export function importedTitles(benchmarks: readonly Benchmark[]): {titles: string[]; prefix: string} {
  const prefix = sharedPackage(benchmarks.map(({name}) => name));
  const titles = benchmarks.map((benchmark, index) => {
    const {name, metric} = benchmark;
    const whole = benchmarkTitle({...benchmark, name: name.slice(prefix.length)});
    if (metric === null) return whole;
    const main = benchmarks
      .slice(0, index)
      .reverse()
      .find((one) => one.metric === null);
    return main !== undefined && titleOf(main) === titleOf(benchmark) ? `  ${metric}` : whole;
  });
  return {titles, prefix};
}

function titleOf(benchmark: Benchmark): string {
  return benchmarkTitle({...benchmark, metric: null});
}

/** The packages that all names share; a name keeps its last part. */
function sharedPackage(names: readonly string[]): string {
  if (!names.every((name) => QUALIFIED.test(name))) return "";
  const [first = [], ...others] = names.map((name) => name.split(".").slice(0, -1));
  const end = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return (end < 0 ? first : first.slice(0, end)).map((part) => `${part}.`).join("");
}
