import type {Facts} from "#lib/environment-facts.js";
import {type Benchmark, benchmarkTitle, type ProcessSamples} from "#lib/imported.js";
import {meaningOf} from "#lib/unit-meaning.js";
import {ReaderError} from "../errors.js";
import {holdable, inTime} from "./amounts.js";
import {wholeFact} from "./facts.js";
import type {Measurements, Written} from "./format.js";
import {jsonText} from "./json-text.js";

/** Benchmarks as pyperf's JSON, version 1.0: a run for each process, values in seconds. */
export function writePyperf({facts, benchmarks}: Measurements): Written {
  const {held, notes} = holdable(benchmarks, inPyperfUnit, "pyperf takes only times and bytes above 0");
  if (held.length === 0) throw new ReaderError("pyperf: nothing here is a time or a number of bytes above 0");
  const suite = {
    version: "1.0",
    metadata: metadataOf(facts),
    benchmarks: held.map((benchmark) => {
      const own = {...metadataOf(benchmark.facts), name: benchmarkTitle(benchmark), unit: benchmark.unit};
      const inner = wholeFact({...facts, ...benchmark.facts}, "inner loops") ?? 1;
      return {metadata: own, runs: benchmark.processes.map((process) => runOf(process, inner))};
    })
  };
  return {text: jsonText(suite), notes};
}

function inPyperfUnit(benchmark: Benchmark): Benchmark | null {
  if (!benchmark.processes.every(({samples}) => samples.every((value) => value > 0))) return null;
  const time = inTime(benchmark, "s");
  if (time !== null) return {...time, unit: "second"};
  return meaningOf(benchmark.unit).base === "B" ? {...benchmark, unit: "byte"} : null;
}

function runOf({samples, counts, calls, warmups = []}: ProcessSamples, inner: number) {
  const loops = calls?.every((each) => each === calls[0]) === true ? calls[0]! / inner : undefined;
  return {
    ...(loops !== undefined && Number.isInteger(loops) && {metadata: {loops}}),
    ...(warmups.length > 0 && {warmups: warmups.map(({calls, value}) => [calls / inner, value])}),
    values: counts === undefined ? samples : samples.flatMap((value, index) => new Array(counts[index]!).fill(value))
  };
}

function metadataOf({runtime, processor, cores, system, timer, aslr, ...facts}: Facts) {
  const [, implementation, version] = /^(cpython|pypy|graalpy|python) (.*)$/.exec(runtime ?? "") ?? [];
  const inner = wholeFact(facts, "inner loops");
  const known = {
    ...(implementation !== undefined && implementation !== "python" && {python_implementation: implementation}),
    ...(version === undefined ? {runtime} : {python_version: version}),
    cpu_model_name: processor,
    cpu_count: wholeFact({cores: cores ?? ""}, "cores"),
    platform: system,
    timer,
    aslr,
    inner_loops: inner
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}
