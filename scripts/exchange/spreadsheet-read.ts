import {type Benchmark, benchmarkTitle} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {type CsvRow, csvRows, withoutApostrophe} from "./csv.js";
import type {Found, Source} from "./format.js";

const NEEDED = ["benchmark", "unit", "value"] as const;
/** What these columns hold is known; any other is a parameter. */
const KNOWN: readonly string[] = [...NEEDED, "metric", "process", "sample", "calls", "count"];

/** A line of the table, by its columns. */
interface Sample {
  readonly value: number;
  readonly process: string;
  readonly calls: number | null;
  readonly count: number;
}

type Title = Pick<Benchmark, "name" | "parameters" | "metric" | "unit">;

/** Whether the first line names the columns that are needed. */
export function isSpreadsheet(text: string): boolean {
  const [head] = csvRows(text.slice(0, 10_000));
  return head !== undefined && NEEDED.every((name) => head.cells.includes(name));
}

/**
 * A table with a line for each sample: the columns `benchmark`, `unit` and `value`, perhaps `metric`, `process`, `calls`
 * and `count`. Every other column is a parameter. Without processes, all samples are of one.
 */
export function readSpreadsheet({text, place}: Source): Found {
  const [head, ...rows] = csvRows(text);
  const columns = (head?.cells ?? []).map(withoutApostrophe);
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new ReaderError(`${place}:1: expected columns ${NEEDED.join(", ")}, found no ${missing.join(", no ")}`, [
      "between columns stands a comma"
    ]);
  }
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new ReaderError(`${place}:1: expected every column once, got ${twice} again`);
  const groups = new Map<string, {title: Title; samples: Sample[]}>();
  for (const row of rows) {
    const {title, sample} = sampleOf(row, columns, place);
    const key = JSON.stringify([benchmarkTitle({...title, processes: [], facts: {}}), title.unit]);
    const group = groups.get(key) ?? {title, samples: []};
    groups.set(key, group);
    group.samples.push(sample);
  }
  if (groups.size === 0) throw new ReaderError(`${place}: expected a line for each sample, got none`);
  return {tool: "a table", facts: {}, benchmarks: [...groups.values()].map(benchmarkOf), notes: []};
}

function sampleOf({line, cells}: CsvRow, columns: readonly string[], place: string): {title: Title; sample: Sample} {
  const at = `${place}:${line}`;
  if (cells.length !== columns.length) {
    throw new ReaderError(`${at}: expected ${columns.length} cells as in the first line, got ${cells.length}`);
  }
  const told = new Map(columns.map((name, index) => [name, withoutApostrophe(cells[index]!)]));
  const parameters = [...told].filter(([name, cell]) => name !== "" && cell !== "" && !KNOWN.includes(name));
  const text = (name: string) => told.get(name) ?? "";
  const number = (name: string, whole: boolean) => {
    const value = text(name) === "" ? Number.NaN : Number(text(name));
    if (whole ? Number.isSafeInteger(value) && value > 0 : Number.isFinite(value)) return value;
    const what = whole ? "a whole number above 0" : "a number, with a dot before its decimals";
    throw new ReaderError(`${at}: ${name}: expected ${what}, got ${text(name) || "nothing"}`);
  };
  for (const name of ["benchmark", "unit"]) {
    if (text(name) === "") throw new ReaderError(`${at}: ${name}: expected a text, got nothing`);
  }
  return {
    title: {
      name: text("benchmark"),
      parameters: Object.fromEntries(parameters),
      metric: text("metric") || null,
      unit: text("unit")
    },
    sample: {
      value: number("value", false),
      process: text("process"),
      calls: text("calls") === "" ? null : number("calls", true),
      count: text("count") === "" ? 1 : number("count", true)
    }
  };
}

function benchmarkOf({title, samples}: {title: Title; samples: readonly Sample[]}): Benchmark {
  const byProcess = new Map<string, Sample[]>();
  for (const sample of samples) {
    const own = byProcess.get(sample.process) ?? [];
    byProcess.set(sample.process, own);
    own.push(sample);
  }
  const counted = samples.some(({count}) => count > 1);
  const called = samples.every(({calls}) => calls !== null);
  const processes = [...byProcess.values()].map((own) => ({
    samples: own.map(({value}) => value),
    ...(called && {calls: own.map(({calls}) => calls!)}),
    ...(counted && {counts: own.map(({count}) => count)})
  }));
  return {...title, processes, facts: {}};
}
