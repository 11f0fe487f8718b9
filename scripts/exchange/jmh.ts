import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {Facts} from "#lib/environment-facts.js";
import {type Benchmark, benchmarkTitle, type ProcessSamples} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {leftOut} from "./amounts.js";
import {hoist, known} from "./facts.js";
import {type Format, type Found, firstOf, has, type Source} from "./format.js";
import {SCORE, writeJmh} from "./jmh-write.js";
import {jsonOf} from "./json-of.js";

/** JMH writes what JSON has no number for as text. */
const score = v.union([v.number(), v.picklist(["NaN", "+INF", "-INF"])]);
const counted = v.tuple([score, v.number()]);

const metric = v.object({
  /** The mean of the samples, unless the figure is a sum or an extreme of them. */
  score: v.optional(score),
  scoreUnit: v.string(),
  /** Forks, then iterations. */
  rawData: v.optional(v.array(v.array(score))),
  /** Of the mode `sample`: forks, iterations, then how often each time was seen. */
  rawDataHistogram: v.optional(v.array(v.array(v.array(counted))))
});
type Metric = v.InferOutput<typeof metric>;

const whole = v.optional(v.number());
const text = v.optional(v.string());

const entry = v.object({
  benchmark: v.string(),
  mode: v.string(),
  params: v.optional(v.record(v.string(), v.string()), {}),
  primaryMetric: metric,
  secondaryMetrics: v.optional(v.record(v.string(), metric), {}),
  threads: whole,
  forks: whole,
  warmupIterations: whole,
  warmupTime: text,
  warmupBatchSize: whole,
  measurementIterations: whole,
  measurementTime: text,
  measurementBatchSize: whole,
  jmhVersion: text,
  jdkVersion: text,
  vmName: text,
  vmVersion: text,
  jvmArgs: v.optional(v.array(v.string()), [])
});
type Entry = v.InferOutput<typeof entry>;

/** What `java -jar benchmarks.jar -rf json` writes. */
export const jmh: Format = {
  name: "jmh",
  title: "JMH, -rf json",
  recognises: ({json}) => has(firstOf(json), "benchmark", "primaryMetric"),
  read,
  write: writeJmh
};

function read(source: Source): Found {
  const {place} = source;
  const entries = checkValue(v.array(entry), jsonOf(source), place);
  if (entries.length === 0) {
    throw new ReaderError(`${place}: expected a benchmark, got none`, "JMH leaves out those that failed");
  }
  const {common, own} = hoist(entries.map(factsOf));
  const several = modesOf(entries);
  const empty: string[] = [];
  const strange: string[] = [];
  const benchmarks = entries.flatMap((each, index) =>
    metricsOf(each).flatMap(({name, figure}): Benchmark[] => {
      const mode = (several.get(each.benchmark)?.size ?? 0) > 1 ? {mode: each.mode} : {};
      const {processes, dropped} = processesOf(figure);
      const title = {name: each.benchmark, parameters: {...each.params, ...mode}, metric: name};
      const benchmark = {
        ...title,
        unit: figure.scoreUnit,
        processes,
        facts: name === null ? own[index]! : known({[SCORE]: figure.score})
      };
      if (dropped > 0) strange.push(benchmarkTitle(benchmark));
      if (processes.length === 0) empty.push(benchmarkTitle(benchmark));
      return processes.length === 0 ? [] : [benchmark];
    })
  );
  if (!benchmarks.some(({metric}) => metric === null)) throw withoutSamples(place);
  const notes = [
    ...(empty.length === 0 ? [] : [leftOut(empty, "they have no raw data")]),
    ...(strange.length === 0 ? [] : [leftOut(strange, "some of their samples are not finite numbers")])
  ];
  return {tool: toolOf(entries), facts: common, benchmarks, notes};
}

function modesOf(entries: readonly Entry[]): Map<string, Set<string>> {
  const modes = new Map<string, Set<string>>();
  for (const {benchmark, mode} of entries) modes.set(benchmark, (modes.get(benchmark) ?? new Set()).add(mode));
  return modes;
}

/** The main figure first. Names of others lose the dot that older versions put before them. */
function metricsOf({primaryMetric, secondaryMetrics}: Entry): {name: string | null; figure: Metric}[] {
  const others = Object.entries(secondaryMetrics).map(([name, figure]) => ({name: name.replace(/^·/, ""), figure}));
  return [{name: null, figure: primaryMetric}, ...others];
}

function processesOf({rawData, rawDataHistogram}: Metric): {processes: ProcessSamples[]; dropped: number} {
  const forks = rawDataHistogram?.map(histogramOf) ?? rawData?.map((samples) => ({samples})) ?? [];
  const processes = forks.map(finiteOf).filter(({samples}) => samples.length > 0);
  const count = (each: readonly {readonly samples: readonly unknown[]}[]) =>
    each.reduce((sum, {samples}) => sum + samples.length, 0);
  return {processes, dropped: count(forks) - count(processes)};
}

interface Scores {
  readonly samples: readonly v.InferOutput<typeof score>[];
  readonly counts?: number[];
  readonly iterations?: number[];
}

/** Without a sample that is no number, it can no longer be told which iteration holds how many. */
function finiteOf({samples, counts, iterations}: Scores): ProcessSamples {
  const places = samples.flatMap((value, place) => (typeof value === "number" ? [place] : []));
  const whole = places.length === samples.length;
  return {
    samples: places.map((place) => samples[place] as number),
    ...(counts !== undefined && {counts: places.map((place) => counts[place]!)}),
    ...(whole && iterations !== undefined && {iterations})
  };
}

function histogramOf(iterations: readonly (readonly v.InferOutput<typeof counted>[])[]) {
  const pairs = iterations.flat();
  return {
    samples: pairs.map(([value]) => value),
    counts: pairs.map(([, count]) => count),
    iterations: iterations.map(({length}) => length)
  };
}

function factsOf(entry: Entry): Facts {
  const {jdkVersion, vmName, vmVersion, jvmArgs} = entry;
  return known({
    runtime: jdkVersion === undefined ? undefined : `Java ${jdkVersion}`,
    engine: [vmName, vmVersion].filter(Boolean).join(" "),
    flags: jvmArgs.filter((argument) => !/[/\\]/.test(argument)).join(" ") || "none",
    mode: entry.mode,
    threads: entry.threads,
    forks: entry.forks,
    warmupIterations: entry.warmupIterations,
    warmupTime: entry.warmupTime,
    warmupBatchSize: entry.warmupBatchSize,
    measurementIterations: entry.measurementIterations,
    measurementTime: entry.measurementTime,
    measurementBatchSize: entry.measurementBatchSize
  });
}

function toolOf([first]: readonly Entry[]): string {
  return ["JMH", first?.jmhVersion].filter(Boolean).join(" ");
}

function withoutSamples(place: string): ReaderError {
  return new ReaderError(`${place}: expected raw samples, got none`, [
    "JMH writes them unless it is told -Djmh.json.rawData=false: measure again without it"
  ]);
}
