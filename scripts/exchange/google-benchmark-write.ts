import {type Benchmark, benchmarkTitle} from "#lib/imported.js";
import {meaningOf} from "#lib/unit-meaning.js";
import {ReaderError} from "../errors.js";
import {holdable} from "./amounts.js";
import {afterPrefix, wholeFact} from "./facts.js";
import type {Measurements, Written} from "./format.js";
import {jsonText} from "./json-text.js";

export const TOOL = "Google Benchmark";
/** The further figure that every entry holds. */
export const CPU = "cpu_time";

/** Benchmarks as entries of Google Benchmark, one for each sample. @throws ReaderError if none has processor time */
export function writeGoogleBenchmark({tool, facts, benchmarks}: Measurements): Written {
  const both = benchmarks.flatMap((benchmark) => {
    const cpu = benchmarks.find((one) => one.metric === CPU && titleOf(one) === titleOf(benchmark));
    return benchmark.metric === null && cpu !== undefined ? [{real: benchmark, cpu}] : [];
  });
  const titles = new Set(both.map(({real}) => titleOf(real)));
  const {notes} = holdable(benchmarks, (one) => (titles.has(titleOf(one)) ? one : null), "they have no processor time");
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
  return {
    text: jsonText({context, benchmarks: both.flatMap((one, family) => entriesOf(one, family, benchmarks))}),
    notes
  };
}

function titleOf(benchmark: Benchmark): string {
  return benchmarkTitle({...benchmark, metric: null});
}

interface Times {
  readonly real: Benchmark;
  readonly cpu: Benchmark;
}

function entriesOf({real, cpu}: Times, family: number, all: readonly Benchmark[]) {
  const name = titleOf(real);
  const [samples, cpuTimes] = [samplesOf(real), samplesOf(cpu)];
  const calls = real.processes.flatMap((process) => process.calls ?? []);
  const counters = all.flatMap((one) =>
    one.metric === null || one === cpu || titleOf(one) !== name ? [] : [[one.metric, samplesOf(one)] as const]
  );
  return samples.map((time, index) => ({
    ...{name, family_index: family, per_family_instance_index: 0, run_name: name, run_type: "iteration"},
    ...{repetitions: samples.length, repetition_index: index, threads: 1},
    iterations: calls[index] ?? 1,
    real_time: time,
    cpu_time: cpuTimes[index],
    time_unit: meaningOf(real.unit).base === "ns" ? real.unit : "ns",
    ...Object.fromEntries(counters.map(([counter, values]) => [counter, values[index]]))
  }));
}

function samplesOf({processes}: Benchmark): number[] {
  return processes.flatMap(({samples}) => samples);
}
