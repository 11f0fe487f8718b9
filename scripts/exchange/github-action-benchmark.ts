import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {type Benchmark, benchmarkTitle} from "#lib/imported.js";
import {comparedValues} from "#lib/process-value.js";
import {median} from "#lib/stats/median.js";
import {meaningOf} from "#lib/unit-meaning.js";
import {formatQuantity} from "#lib/units.js";
import {ReaderError} from "../errors.js";
import {parsedJson} from "../parsed-json.js";
import {inTime} from "./amounts.js";
import {known} from "./facts.js";
import {type Format, type Found, firstOf, has, type Measurements, type Source, type Written} from "./format.js";
import {jsonOf} from "./json-of.js";
import {jsonText} from "./json-text.js";
import {sampleStatistics} from "./sample-statistics.js";

const entries = v.pipe(v.array(v.object({name: v.string(), unit: v.string(), value: v.number()})), v.minLength(1));

/** Milliseconds that a date can hold. */
const date = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** What the action itself keeps: of each suite, what every commit gave, the oldest first. */
const store = v.object({
  entries: v.record(
    v.string(),
    v.pipe(v.array(v.object({commit: v.object({id: v.string()}), date, benches: entries})), v.minLength(1))
  )
});
/** How `data.js`, the store of the page that it draws, begins. */
const ASSIGNMENT = /^\s*window\.BENCHMARK_DATA\s*=\s*/;

/** One value a benchmark, for the GitHub Action that draws them over commits. */
export const githubActionBenchmark: Format = {
  name: "github-action-benchmark",
  title: "github-action-benchmark, customSmallerIsBetter or its data.js",
  recognises: ({json, text}) =>
    has(firstOf(json), "name", "unit", "value") || has(json, "entries", "lastUpdate") || ASSIGNMENT.test(text),
  read,
  write
};

function read(source: Source): Found {
  const text = source.text.replace(ASSIGNMENT, "").replace(/;\s*$/, "");
  const value = jsonOf(text === source.text ? source : {...source, text, json: parsedJson(text)});
  return Array.isArray(value) ? listed(value, source.place) : newestIn(value, source.place);
}

const ONE_VALUE = "each benchmark is one value: no interval, and so no verdict, can come from it";

function listed(value: unknown, place: string): Found {
  const benchmarks = checkValue(entries, value, place).map((entry) => benchmarkOf(entry, {}));
  return {tool: "github-action-benchmark", facts: {}, benchmarks, notes: [ONE_VALUE]};
}

/** Commits are other code: they are no repetitions, and only the newest is taken. */
function newestIn(value: unknown, place: string): Found {
  const suites = Object.entries(checkValue(store, value, place).entries);
  if (suites.length === 0) throw new ReaderError(`${place}: entries: expected a suite, got none`);
  const newest = suites.map(([suite, commits]) => ({suite, commits: commits.length, ...commits.at(-1)!}));
  return {
    tool: "github-action-benchmark",
    facts: known({commit: newest[0]!.commit.id, "measured on": new Date(newest[0]!.date).toISOString().slice(0, 10)}),
    benchmarks: newest.flatMap(({suite, benches}) =>
      benches.map((entry) => benchmarkOf(entry, suites.length > 1 ? {suite} : {}))
    ),
    notes: [
      ONE_VALUE,
      ...newest.map(({suite, commits, commit}) =>
        `${commit.id.slice(0, 12)}, the newest of ${formatQuantity(commits, "commit")}: ${suite}`.slice(0, 400)
      )
    ]
  };
}

function benchmarkOf({name, unit, value}: v.InferOutput<typeof entries>[number], parameters: Record<string, string>) {
  return {name, parameters, metric: null, unit, processes: [{samples: [value]}], facts: {}};
}

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
