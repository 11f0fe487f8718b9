import {type Benchmark, benchmarkTitle, type ProcessSamples} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {holdable, inTime} from "./amounts.js";
import {csvLine, csvRows} from "./csv.js";
import type {Format, Found, Measurements, Source, Written} from "./format.js";

/** The files of warmup_stats, which classifies processes by change points (Barrett and others 2017). */
export const warmupStats: Format = {
  name: "warmup-stats",
  title: "warmup_stats, CSV of seconds by process and iteration",
  recognises: ({text}) => /^\s*process[_ ](?:exec[_ ])?(?:num|idx)\s*,/i.test(text),
  read,
  write
};

function read({text, place}: Source): Found {
  const benchmarks = new Map<string, ProcessSamples[]>();
  for (const {line, cells: all} of csvRows(text).slice(1)) {
    const [, name = "", ...cells] = all;
    const samples = cells.map(Number);
    if (name === "" || samples.length === 0 || cells.includes("") || !samples.every(Number.isFinite)) {
      throw new ReaderError(
        `${place}:${line}: expected a number, a name and seconds, got ${all.join(",").slice(0, 80)}`
      );
    }
    benchmarks.set(name, [...(benchmarks.get(name) ?? []), {samples}]);
  }
  if (benchmarks.size === 0) throw new ReaderError(`${place}: expected a line for each process, got none`);
  return {
    tool: "warmup_stats",
    facts: {},
    benchmarks: [...benchmarks].map(([name, processes]) => {
      return {name, parameters: {}, metric: null, unit: "s", processes, facts: {}};
    }),
    notes: ["every iteration counts as a sample, those of the warm-up too: the format does not tell them apart"]
  };
}

function write({benchmarks}: Measurements): Written {
  const main = benchmarks.filter(({metric}) => metric === null);
  const {held, notes} = holdable(main, inSeconds, "warmup_stats takes only times, one by one");
  if (held.length === 0) throw new ReaderError("warmup-stats: nothing here is a time");
  const lengths = held.flatMap(({processes}) => processes.map(({samples}) => samples.length));
  const shortest = lengths.reduce((least, length) => Math.min(least, length));
  const cut = lengths.some((length) => length > shortest);
  const head = ["process_exec_num", "bench_name", ...Array.from({length: shortest}, (_, index) => index)];
  const rows = held.flatMap((benchmark) =>
    benchmark.processes.map(({samples}, process) => [process, benchmarkTitle(benchmark), ...samples.slice(0, shortest)])
  );
  const short = `each process is cut to its first ${shortest} samples: warmup_stats wants equally many of all`;
  return {text: `${[head, ...rows].map(csvLine).join("\n")}\n`, notes: [...notes, ...(cut ? [short] : [])]};
}

function inSeconds(benchmark: Benchmark): Benchmark | null {
  return benchmark.processes.some(({counts}) => counts !== undefined) ? null : inTime(benchmark, "s");
}
