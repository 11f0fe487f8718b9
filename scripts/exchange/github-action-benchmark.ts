import {type Benchmark, benchmarkTitle} from "#lib/imported.js";
import {comparedValues} from "#lib/process-value.js";
import {median} from "#lib/stats/median.js";
import {meaningOf} from "#lib/unit-meaning.js";
import {inTime} from "./amounts.js";
import {type Format, firstOf, has, type Measurements, type Written} from "./format.js";
import {jsonText} from "./json-text.js";
import {sampleStatistics} from "./sample-statistics.js";

/** One value a benchmark, for the GitHub Action that draws them over commits. */
export const githubActionBenchmark: Format = {
  name: "github-action-benchmark",
  title: "github-action-benchmark, customSmallerIsBetter",
  recognises: ({json}) => has(firstOf(json), "name", "unit", "value"),
  read: {because: "it holds one value a benchmark, and from one value nothing can be told"},
  write
};

function write({benchmarks}: Measurements): Written {
  const entries = benchmarks.map((each) => entryOf(inTime(each, "ns") ?? each));
  return {
    text: jsonText(entries),
    notes: ["each benchmark is one value, the median over its processes: the action compares single values"]
  };
}

function entryOf(benchmark: Benchmark) {
  const {processes, unit} = benchmark;
  const {base, cost} = meaningOf(unit);
  const values = comparedValues(benchmark);
  const {percentile} = sampleStatistics(values);
  const what = processes.length === 1 ? "samples of one process" : "processes";
  return {
    name: benchmarkTitle(benchmark),
    unit: base === "ns" ? "ns" : unit,
    value: median(values),
    range: `${percentile(0)} to ${percentile(1)}`,
    extra: `${values.length} ${what}${cost(2) < cost(1) ? ", larger is better" : ""}`
  };
}
