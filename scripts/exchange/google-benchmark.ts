import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {Facts} from "#lib/environment-facts.js";
import type {Benchmark} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {leftOut} from "./amounts.js";
import {known} from "./facts.js";
import {type Format, type Found, firstOf, has, type Source} from "./format.js";
import {CPU, TOOL, writeGoogleBenchmark} from "./google-benchmark-write.js";
import {jsonOf} from "./json-of.js";

const measurement = v.looseObject({
  name: v.string(),
  /** Without what is appended to the names of aggregates; older versions lack it. */
  run_name: v.optional(v.string()),
  run_type: v.optional(v.string(), "iteration"),
  iterations: v.optional(v.number()),
  real_time: v.optional(v.number()),
  cpu_time: v.optional(v.number()),
  time_unit: v.optional(v.string(), "ns"),
  error_occurred: v.optional(v.boolean(), false),
  error_message: v.optional(v.string(), ""),
  /** Since 1.8: left out by the benchmark itself, which is no error. */
  skipped: v.optional(v.boolean(), false),
  skip_message: v.optional(v.string(), "")
});
type Measurement = v.InferOutput<typeof measurement>;

const report = v.object({
  context: v.record(v.string(), v.unknown()),
  benchmarks: v.pipe(v.array(measurement), v.minLength(1))
});

/** Numbers of an entry that are no counter. */
const NO_COUNTERS: ReadonlySet<string> = new Set(
  "family_index per_family_instance_index repetitions repetition_index threads iterations real_time cpu_time".split(" ")
);
/** Units of the counters that the library itself makes; `#` is a number of whatever the author counts. */
const COUNTER_UNITS: Readonly<Record<string, string>> = {
  bytes_per_second: "B/s",
  items_per_second: "1/s",
  max_bytes_used: "B",
  total_allocated_bytes: "B",
  net_heap_growth: "B"
};

/** What `--benchmark_format=json` writes. Repetitions are samples of the one process that ran them. */
export const googleBenchmark: Format = {
  name: "google-benchmark",
  title: "Google Benchmark, --benchmark_format=json",
  recognises: ({json}) => has(json, "context", "benchmarks") && has(firstOf(json.benchmarks), "name", "time_unit"),
  read,
  write: writeGoogleBenchmark
};

function read(source: Source): Found {
  const {place} = source;
  const {context, benchmarks: all} = checkValue(report, jsonOf(source), place);
  const gone = all.filter(({error_occurred, skipped}) => error_occurred || skipped);
  const timed = all.filter((one) => one.run_type === "iteration" && !gone.includes(one) && one.real_time !== undefined);
  if (timed.length === 0) {
    throw new ReaderError(`${place}: expected repetitions, got only aggregates or errors`, [
      "measure again without --benchmark_report_aggregates_only"
    ]);
  }
  const names = [...new Set(gone.map(nameOf))];
  const debug = context.library_build_type === "debug";
  return {
    tool: [TOOL, textOf(context.library_version)].filter(Boolean).join(" "),
    facts: factsOf(context),
    benchmarks: [...byName(timed).values()].flatMap(benchmarksOf),
    notes: [
      ...(gone.length === 0 ? [] : [leftOut(names, `they failed or were skipped (${messageOf(gone[0]!)})`)]),
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

function messageOf({error_message, skip_message}: Measurement): string {
  return error_message || skip_message;
}

function benchmarksOf(repetitions: readonly Measurement[]): Benchmark[] {
  const first = repetitions[0]!;
  const calls = numbersOf(repetitions, "iterations");
  const of = (metric: string | null, key: string, unit: string): Benchmark[] => {
    const samples = numbersOf(repetitions, key);
    if (samples.length !== repetitions.length) return [];
    const counted = calls.length === samples.length && calls.every((each) => each > 0);
    const processes = [{samples, ...(counted && {calls})}];
    return [{name: nameOf(first), parameters: {}, metric, unit, processes, facts: {}}];
  };
  const counters = Object.keys(first).filter((key) => typeof first[key] === "number" && !NO_COUNTERS.has(key));
  return [
    ...of(null, "real_time", first.time_unit),
    ...of(CPU, CPU, first.time_unit),
    ...counters.flatMap((key) => of(key, key, Object.hasOwn(COUNTER_UNITS, key) ? COUNTER_UNITS[key]! : "#"))
  ];
}

function numbersOf(repetitions: readonly Measurement[], key: string): number[] {
  return repetitions.flatMap((one) => (typeof one[key] === "number" ? [one[key]] : []));
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
