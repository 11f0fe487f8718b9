import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {Facts} from "#lib/environment-facts.js";
import {type Benchmark, benchmarkTitle} from "#lib/imported.js";
import {meaningOf} from "#lib/unit-meaning.js";
import {ReaderError} from "../errors.js";
import {holdable, leftOut} from "./amounts.js";
import {afterPrefix, known, wholeFact} from "./facts.js";
import {type Format, type Found, firstOf, has, type Measurements, type Source, type Written} from "./format.js";
import {jsonOf} from "./json-of.js";
import {jsonText} from "./json-text.js";

const measurement = v.object({
  name: v.string(),
  /** Without what is appended to the names of aggregates; older versions lack it. */
  run_name: v.optional(v.string()),
  run_type: v.optional(v.string(), "iteration"),
  iterations: v.optional(v.number()),
  real_time: v.optional(v.number()),
  cpu_time: v.optional(v.number()),
  time_unit: v.optional(v.string(), "ns"),
  error_occurred: v.optional(v.boolean(), false),
  error_message: v.optional(v.string(), "")
});
type Measurement = v.InferOutput<typeof measurement>;

const report = v.object({
  context: v.record(v.string(), v.unknown()),
  benchmarks: v.pipe(v.array(measurement), v.minLength(1))
});

const TOOL = "Google Benchmark";
const CPU = "cpu_time";

/** What `--benchmark_format=json` writes. Repetitions are samples of the one process that ran them. */
export const googleBenchmark: Format = {
  name: "google-benchmark",
  title: "Google Benchmark, --benchmark_format=json",
  recognises: ({json}) => has(json, "context", "benchmarks") && has(firstOf(json.benchmarks), "name", "time_unit"),
  read,
  write
};

function read(source: Source): Found {
  const {place} = source;
  const {context, benchmarks: all} = checkValue(report, jsonOf(source), place);
  const timed = all.filter((one) => one.run_type === "iteration" && !one.error_occurred && one.real_time !== undefined);
  if (timed.length === 0) {
    throw new ReaderError(`${place}: expected repetitions, got only aggregates or errors`, [
      "measure again without --benchmark_report_aggregates_only"
    ]);
  }
  const failed = all.filter(({error_occurred}) => error_occurred);
  const debug = context.library_build_type === "debug";
  return {
    tool: [TOOL, textOf(context.library_version)].filter(Boolean).join(" "),
    facts: factsOf(context),
    benchmarks: [...byName(timed).values()].flatMap(benchmarksOf),
    notes: [
      ...(failed.length === 0 ? [] : [leftOut(failed.map(nameOf), `they failed (${failed[0]!.error_message})`)]),
      ...(debug ? ["the library was built for debugging, which adds to every time"] : [])
    ]
  };
}

function byName(all: readonly Measurement[]): Map<string, Measurement[]> {
  const named = new Map<string, Measurement[]>();
  for (const one of all) named.set(nameOf(one), [...(named.get(nameOf(one)) ?? []), one]);
  return named;
}

function nameOf({run_name, name}: Measurement): string {
  return run_name ?? name;
}

function benchmarksOf(repetitions: readonly Measurement[]): Benchmark[] {
  const [first] = repetitions;
  const calls = repetitions.flatMap(({iterations}) => (iterations === undefined ? [] : [iterations]));
  const of = (metric: string | null, samples: readonly number[]): Benchmark[] => {
    if (samples.length !== repetitions.length) return [];
    const counted = calls.length === samples.length && calls.every((each) => each > 0);
    const processes = [{samples: [...samples], ...(counted && {calls})}];
    return [{name: nameOf(first!), parameters: {}, metric, unit: first!.time_unit, processes, facts: {}}];
  };
  const cpu = repetitions.flatMap(({cpu_time}) => (cpu_time === undefined ? [] : [cpu_time]));
  return [
    ...of(
      null,
      repetitions.map(({real_time}) => real_time!)
    ),
    ...of(CPU, cpu)
  ];
}

/** Without the name of the host and the path of the program. */
function factsOf(context: Readonly<Record<string, unknown>>): Facts {
  return known({
    cores: textOf(context.num_cpus),
    "clock rate": context.mhz_per_cpu === undefined ? undefined : `${textOf(context.mhz_per_cpu)} MHz`,
    "frequency scaling": textOf(context.cpu_scaling_enabled),
    build: textOf(context.library_build_type),
    "measured on": /^\d{4}-\d\d-\d\d/.exec(textOf(context.date) ?? "")?.[0]
  });
}

function textOf(value: unknown): string | undefined {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
}

function write({tool, facts, benchmarks}: Measurements): Written {
  const both = benchmarks.flatMap((benchmark) => {
    const cpu = benchmarks.find((one) => one.metric === CPU && titleOf(one) === titleOf(benchmark));
    return benchmark.metric === null && cpu !== undefined ? [{real: benchmark, cpu}] : [];
  });
  const withCpu = new Set(both.flatMap(({real, cpu}) => [real, cpu]));
  const {notes} = holdable(benchmarks, (one) => (withCpu.has(one) ? one : null), "they have no processor time");
  if (both.length === 0) {
    throw new ReaderError(
      "google-benchmark: every entry holds processor time beside the time, and there is none here",
      ["its compare.py leaves out entries without it; `--to go` can be compared by benchstat"]
    );
  }
  const version = afterPrefix(tool, `${TOOL} `);
  const cores = wholeFact(facts, "cores");
  const context = {
    ...(cores !== undefined && {num_cpus: cores}),
    ...(version !== undefined && {library_version: version}),
    ...(facts.build !== undefined && {library_build_type: facts.build}),
    json_schema_version: 1
  };
  return {text: jsonText({context, benchmarks: both.flatMap(entriesOf)}), notes};
}

function titleOf(benchmark: Benchmark): string {
  return benchmarkTitle({...benchmark, metric: null});
}

function entriesOf({real, cpu}: {readonly real: Benchmark; readonly cpu: Benchmark}, family: number) {
  const samples = real.processes.flatMap((process) => process.samples);
  const calls = real.processes.flatMap((process) => process.calls ?? []);
  const cpuTimes = cpu.processes.flatMap((process) => process.samples);
  const name = titleOf(real);
  return samples.map((time, index) => ({
    ...{name, family_index: family, per_family_instance_index: 0, run_name: name, run_type: "iteration"},
    ...{repetitions: samples.length, repetition_index: index, threads: 1},
    iterations: calls[index] ?? 1,
    real_time: time,
    cpu_time: cpuTimes[index],
    time_unit: meaningOf(real.unit).base === "ns" ? real.unit : "ns"
  }));
}
