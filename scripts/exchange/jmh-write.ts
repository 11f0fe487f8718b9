import type {Facts} from "#lib/environment-facts.js";
import type {Benchmark, ProcessSamples} from "#lib/imported.js";
import {inTime} from "./amounts.js";
import {afterPrefix, wholeFact} from "./facts.js";
import type {Measurements, Written} from "./format.js";
import {jsonText} from "./json-text.js";
import {sampleStatistics} from "./sample-statistics.js";

const PERCENTILES = ["0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0"];
/** Of JMH's interval of the score. */
const LEVEL = 0.999;
/** The fact that keeps the score of a further figure: JMH may have summed it, which its samples do not tell. */
export const SCORE = "score";

/** Benchmarks as JMH's JSON: scores, errors and percentiles are computed as JMH does, over all samples. */
export function writeJmh({tool, facts, benchmarks}: Measurements): Written {
  const perOperation = benchmarks.map(inJmhUnit);
  const main = perOperation.filter(({metric}) => metric === null);
  const entries = main.map((benchmark) => entryOf(benchmark, {tool, facts, benchmarks: perOperation}));
  return {text: jsonText(entries), notes: []};
}

/** The main figure of JMH is a time of one operation, or operations in a time. */
function inJmhUnit(benchmark: Benchmark): Benchmark {
  if (benchmark.metric !== null || benchmark.unit.includes("/")) return benchmark;
  const time = inTime(benchmark, "ns");
  return time === null ? benchmark : {...time, unit: "ns/op"};
}

function entryOf(benchmark: Benchmark, {tool, facts: shared, benchmarks}: Measurements) {
  const facts = {...shared, ...benchmark.facts};
  const mode = facts.mode ?? (/^ops?\//.test(benchmark.unit) ? "thrpt" : "avgt");
  const {mode: _, ...others} = benchmark.parameters;
  const params = benchmark.parameters.mode === mode ? others : benchmark.parameters;
  return {
    ...given("jmhVersion", afterPrefix(tool, "JMH ")),
    benchmark: benchmark.name,
    mode,
    threads: wholeFact(facts, "threads") ?? 1,
    forks: wholeFact(facts, "forks") ?? benchmark.processes.length,
    ...runtimeOf(facts),
    ...settingsOf(facts),
    measurementIterations: wholeFact(facts, "measurementIterations") ?? iterationsOf(benchmark.processes[0]!),
    ...(Object.keys(params).length > 0 && {params}),
    primaryMetric: metricOf(benchmark),
    secondaryMetrics: Object.fromEntries(
      benchmarks
        .filter((other) => other.metric !== null && sameBenchmark(other, benchmark))
        .map((other) => [other.metric, metricOf(other)])
    )
  };
}

function runtimeOf({runtime, engine, flags}: Facts) {
  const space = engine?.lastIndexOf(" ") ?? -1;
  return {
    ...given("jdkVersion", afterPrefix(runtime, "Java ")),
    ...given("vmName", space < 0 ? engine : engine?.slice(0, space)),
    ...given("vmVersion", space < 0 ? undefined : engine?.slice(space + 1)),
    jvmArgs: flags === undefined || flags === "none" ? [] : flags.split(" ")
  };
}

function settingsOf(facts: Facts) {
  return {
    ...given("warmupIterations", wholeFact(facts, "warmupIterations")),
    ...given("warmupTime", facts.warmupTime),
    ...given("warmupBatchSize", wholeFact(facts, "warmupBatchSize")),
    ...given("measurementTime", facts.measurementTime),
    ...given("measurementBatchSize", wholeFact(facts, "measurementBatchSize"))
  };
}

function metricOf({processes, unit, facts}: Benchmark) {
  const counted = processes.some(({counts}) => counts !== undefined);
  const samples = processes.flatMap((process) => process.samples);
  const counts = processes.flatMap((process) => process.counts ?? process.samples.map(() => 1));
  const {mean, meanError, percentile} = sampleStatistics(samples, counts);
  const score = Number(facts[SCORE] ?? mean);
  const error = Math.abs(score - mean) <= 1e-9 * Math.abs(mean) ? meanError(LEVEL) : Number.NaN;
  return {
    score,
    scoreError: jmhNumber(error),
    scoreConfidence: [jmhNumber(score - error), jmhNumber(score + error)],
    scorePercentiles: Object.fromEntries(PERCENTILES.map((each) => [each, percentile(Number(each) / 100)])),
    scoreUnit: unit,
    ...(counted ? {rawDataHistogram: processes.map(histogramOf)} : {rawData: processes.map(({samples}) => samples)})
  };
}

function histogramOf({samples, counts, iterations}: ProcessSamples): [number, number][][] {
  const pairs = samples.map((value, index): [number, number] => [value, counts?.[index] ?? 1]);
  let start = 0;
  return (iterations ?? [pairs.length]).map((length) => {
    start += length;
    return pairs.slice(start - length, start);
  });
}

function iterationsOf({samples, iterations}: ProcessSamples): number {
  return iterations?.length ?? samples.length;
}

function sameBenchmark(one: Benchmark, other: Benchmark): boolean {
  return one.name === other.name && JSON.stringify(one.parameters) === JSON.stringify(other.parameters);
}

/** JSON has no NaN: JMH writes it as text. */
function jmhNumber(value: number): number | "NaN" {
  return Number.isNaN(value) ? "NaN" : value;
}

function given<Value>(name: string, value: Value | undefined): Record<string, Value> {
  return value === undefined ? {} : {[name]: value};
}
