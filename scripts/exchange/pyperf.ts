import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {Facts} from "#lib/environment-facts.js";
import type {Benchmark, ProcessSamples} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {leftOut} from "./amounts.js";
import {hoist, known, wholeFact} from "./facts.js";
import {type Format, type Found, firstOf, has, type Source} from "./format.js";
import {jsonOf} from "./json-of.js";
import {writePyperf} from "./pyperf-write.js";

/** Any program may add metadata of its own: those that we know are read, the others pass by. */
const metadata = v.optional(v.record(v.string(), v.unknown()), {});
type Metadata = v.InferOutput<typeof metadata>;

/** One process. The first ones only find out how many loops to take, and have no values. */
const run = v.object({
  metadata,
  /** Loops, and the value of one. */
  warmups: v.optional(v.nullable(v.array(v.tuple([v.number(), v.number()]))), []),
  /** For one inner loop, whatever the numbers of loops. */
  values: v.optional(v.array(v.number()), [])
});

const suite = v.object({
  version: v.literal("1.0"),
  metadata,
  benchmarks: v.pipe(v.array(v.object({metadata, runs: v.array(run)})), v.minLength(1))
});

/** What pyperf writes with -o, compressed or not. */
export const pyperf: Format = {
  name: "pyperf",
  title: "pyperf, -o file.json",
  recognises: ({json}) => has(json, "benchmarks", "version") && has(firstOf(json.benchmarks), "runs"),
  read,
  write: writePyperf
};

function read(source: Source): Found {
  const {place} = source;
  const json = jsonOf(source);
  if (has(json, "version") && json.version !== "1.0") {
    throw new ReaderError(`${place}: version: expected "1.0", got ${String(json.version)}`, [
      "a newer pyperf rewrites it: python3 -m pyperf convert OLD.json -o NEW.json"
    ]);
  }
  const {metadata: shared, benchmarks: found} = checkValue(suite, json, place);
  const all = found.map((one, index) => {
    const processes = one.runs.map((each) => ({...each, metadata: {...shared, ...one.metadata, ...each.metadata}}));
    return {name: textOf(processes[0]?.metadata.name) ?? `benchmark ${index + 1}`, processes};
  });
  const measured = all.flatMap(({name, processes}) => {
    const counting = processes.filter(({values}) => values.length > 0);
    return counting.length === 0 ? [] : [{name, processes: counting}];
  });
  if (measured.length === 0) throw new ReaderError(`${place}: expected values, got none but calibration`);
  const {common, own} = hoist(
    measured.map(({processes}) => hoist(processes.map((each) => factsOf(each.metadata))).common)
  );
  const gone = all.filter(({name}) => !measured.some((one) => one.name === name)).map(({name}) => name);
  return {
    tool: ["pyperf", textOf(measured[0]!.processes[0]!.metadata.perf_version)].filter(Boolean).join(" "),
    facts: common,
    benchmarks: measured.map(({name, processes}, index): Benchmark => {
      const unit = textOf(processes[0]!.metadata.unit) ?? "second";
      return {name, parameters: {}, metric: null, unit, processes: processes.map(processOf), facts: own[index]!};
    }),
    notes: gone.length === 0 ? [] : [leftOut(gone, "only its calibration was measured")]
  };
}

function processOf({metadata, warmups, values}: v.InferOutput<typeof run>): ProcessSamples {
  const inner = wholeOf(metadata.inner_loops) ?? 1;
  const loops = wholeOf(metadata.loops);
  return {
    samples: values,
    ...(loops !== undefined && {calls: values.map(() => loops * inner)}),
    ...(warmups !== null &&
      warmups.length > 0 && {warmups: warmups.map(([each, value]) => ({calls: each * inner, value}))})
  };
}

/** Nothing that names the host, the user or a path. */
function factsOf(metadata: Metadata): Facts {
  const told = (name: string) => textOf(metadata[name]);
  const python = [told("python_implementation") ?? "python", told("python_version")];
  return known({
    runtime: python[1] === undefined ? undefined : python.join(" "),
    processor: told("cpu_model_name"),
    cores: told("cpu_count"),
    system: told("platform"),
    timer: told("timer"),
    "inner loops": told("inner_loops"),
    aslr: told("aslr"),
    "measured on": /^\d{4}-\d\d-\d\d/.exec(told("date") ?? "")?.[0]
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function wholeOf(value: unknown): number | undefined {
  return wholeFact({value: textOf(value) ?? ""}, "value");
}
