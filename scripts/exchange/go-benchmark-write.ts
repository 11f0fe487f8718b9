import type {Facts} from "#lib/environment-facts.js";
import {type Benchmark, benchmarkTitle, type ProcessSamples} from "#lib/imported.js";
import {comparedValues, processValue} from "#lib/process-value.js";
import {printableLine} from "../terminal/printable.js";
import {inTime} from "./amounts.js";
import type {Measurements, Written} from "./format.js";

export const GO_TOOL = "go test";

/** Our names for what Go calls otherwise. */
const KEYS: Readonly<Record<string, string>> = {processor: "cpu"};

interface Figure {
  readonly main: Benchmark;
  readonly others: readonly Benchmark[];
}

/**
 * Benchmarks as Go prints them, a section for each process. benchstat takes lines to be independent, so the samples
 * of a process become one line, unless Go itself wrote them or there is no other process.
 */
export function writeGo({tool, facts, benchmarks}: Measurements): Written {
  const figures = figuresOf(benchmarks.map(perOperation));
  const most = Math.max(...figures.map(({main}) => main.processes.length));
  const all = tool === GO_TOOL || most === 1;
  const shortened = !all && benchmarks.some(({processes}) => processes.some(({samples}) => samples.length > 1));
  const sections = Array.from({length: most}, (_, process) => [
    ...settingLines(facts, figures),
    ...figures.flatMap((figure) => linesOf(figure, process, all))
  ]);
  return {
    text: `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    notes: shortened
      ? ["each process is one line, the median of its samples: benchstat takes lines as independent"]
      : []
  };
}

function perOperation(benchmark: Benchmark): Benchmark {
  if (benchmark.unit.includes("/")) return benchmark;
  const time = inTime(benchmark, "ns");
  return time === null ? {...benchmark, unit: `${benchmark.unit}/op`} : {...time, unit: "ns/op"};
}

/** A line holds all figures of a benchmark; figures that stand alone come first in a line of their own. */
function figuresOf(benchmarks: readonly Benchmark[]): Figure[] {
  const titles = new Map<string, Benchmark[]>();
  for (const benchmark of benchmarks) {
    const title = benchmarkTitle({...benchmark, metric: null});
    titles.set(title, [...(titles.get(title) ?? []), benchmark]);
  }
  return [...titles.values()].map(([main, ...others]) => ({main: main!, others}));
}

/** Keys begin with a small letter and hold no space. */
function settingLines(facts: Facts, figures: readonly Figure[]): string[] {
  const own = figures.length === 1 ? figures[0]!.main.facts : {};
  return Object.entries({...facts, ...own}).map(([name, value]) => {
    const key = (KEYS[name] ?? name)
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, "-")
      .replace(/^[^a-z]+/, "");
    return `${key || "fact"}: ${printableLine(value)}`;
  });
}

function linesOf({main, others}: Figure, process: number, all: boolean): string[] {
  const own = main.processes[process];
  if (own === undefined) return [];
  const columns = [main, ...others].flatMap(({unit, processes}) => {
    const each = processes[process];
    return each === undefined ? [] : [{unit, values: all ? comparedValues({processes: [each]}) : [processValue(each)]}];
  });
  const calls = all ? own.calls : [callsOf(own)];
  return columns[0]!.values.map((_, index) => {
    const values = columns.flatMap(({unit, values}) =>
      values[index] === undefined ? [] : [`${values[index]} ${unit.replace(/\s+/g, "-")}`]
    );
    return [goName(main), calls?.[index] ?? 1, ...values].join("\t");
  });
}

/** How many calls a process made while it was timed. */
function callsOf({calls, samples}: ProcessSamples): number {
  return calls?.reduce((sum, each) => sum + each, 0) ?? samples.length;
}

function goName({name, parameters}: Benchmark): string {
  const {procs, ...others} = parameters;
  const parts = [name, ...Object.entries(others).map(([key, value]) => `${key}=${value}`)];
  const title = printableLine(parts.join("/")).replace(/\s+/g, "_");
  return `Benchmark${title.charAt(0).toUpperCase()}${title.slice(1)}${procs === undefined ? "" : `-${procs}`}`;
}
