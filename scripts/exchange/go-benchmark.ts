import type {Facts} from "#lib/environment-facts.js";
import type {Benchmark, ProcessSamples} from "#lib/imported.js";
import {formatQuantity} from "#lib/units.js";
import {ReaderError} from "../errors.js";
import {leftOut} from "./amounts.js";
import {hoist, known} from "./facts.js";
import type {Format, Found, Source} from "./format.js";
import {GO_TOOL, writeGo} from "./go-benchmark-write.js";

const LINE = /^Benchmark(\S*)\s+(\d+)((?:\s+\S+\s+\S+)+)\s*$/;
/** A name whose figures stand elsewhere, because the benchmark printed something in between. */
const TORN = /^Benchmark\S*[ \t]+\t/;
/** What a function is called that has no name of its own: `func Benchmark(b *testing.B)`. */
const UNNAMED = "Benchmark";
const TIME = "ns/op";
const SETTING = /^([a-z][^\s:A-Z]*):(?:[ \t]+(.*))?$/;

/** What `go test -bench` prints, and benchstat reads. */
export const goBenchmark: Format = {
  name: "go",
  title: "Go benchmark text, go test -bench (benchstat)",
  recognises: ({text}) => /^Benchmark\S*[ \t]+\d+[ \t]+[-+.\deE]+[ \t]+\S+\/\S+/m.test(text),
  read,
  write: writeGo
};

interface Line {
  readonly title: string;
  readonly calls: number;
  readonly unit: string;
  readonly value: number;
  /** From 0: settings that are told again after results begin another process. */
  readonly process: number;
  readonly settings: Facts;
}

function read({text, place}: Source): Found {
  const {lines, torn, strange} = linesOf(text);
  if (lines.length === 0) {
    throw new ReaderError(`${place}: expected lines like "BenchmarkName-8  1000  12.5 ns/op", got none`);
  }
  const groups = grouped(lines);
  const mains = new Map([...lines].reverse().map(({title, unit}) => [title, unit]));
  for (const {title, unit} of lines) if (unit === TIME) mains.set(title, unit);
  const {common, own} = hoist([...groups.values()].map(([first]) => settingsOf(first!.settings)));
  return {
    tool: GO_TOOL,
    facts: common,
    benchmarks: [...groups.values()].map((group, index) =>
      benchmarkOf(group, own[index]!, mains.get(group[0]!.title)!)
    ),
    notes: [
      ...(torn === 0
        ? []
        : [`figures that a benchmark parted from its name by printing were left out: ${formatQuantity(torn, "line")}`]),
      ...(strange.size === 0 ? [] : [leftOut([...strange], "they are not finite numbers")])
    ]
  };
}

/** Lines with figures, how many lines hold only a name, and figures that are no numbers. */
function linesOf(text: string): {lines: Line[]; torn: number; strange: Set<string>} {
  const lines: Line[] = [];
  const strange = new Set<string>();
  let torn = 0;
  let settings: Facts = {};
  let process = 0;
  let begun = false;
  for (const raw of text.split(/\r?\n/)) {
    const setting = SETTING.exec(raw);
    if (setting !== null) {
      if (begun) process++;
      begun = false;
      settings = {...settings, [setting[1]!]: setting[2] ?? ""};
      continue;
    }
    const match = LINE.exec(raw);
    if (match === null) {
      if (TORN.test(raw)) torn++;
      continue;
    }
    begun = true;
    const [, title = "", calls, rest = ""] = match;
    for (const [, value, unit = ""] of rest.matchAll(/(\S+)\s+(\S+)/g)) {
      const number = Number(value);
      if (Number.isFinite(number)) lines.push({title, calls: Number(calls), unit, value: number, process, settings});
      else strange.add(`${title} ${unit}`);
    }
  }
  return {lines, torn, strange};
}

function grouped(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.title, line.settings.pkg, line.unit]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}

function benchmarkOf(group: readonly Line[], facts: Facts, main: string): Benchmark {
  const [{title, unit}] = group as [Line];
  const processes = new Map<number, {samples: number[]; calls: number[]}>();
  for (const {process, value, calls} of group) {
    const own = processes.get(process) ?? {samples: [], calls: []};
    processes.set(process, own);
    own.samples.push(value);
    own.calls.push(calls);
  }
  const {pkg, ...rest} = facts;
  const {name, parameters} = titleParts(title);
  return {
    name,
    parameters: {...parameters, ...(pkg !== undefined && {pkg})},
    metric: unit === main ? null : unit,
    unit,
    processes: [...processes.values()].map(withCalls),
    facts: rest
  };
}

function withCalls({samples, calls}: {samples: number[]; calls: number[]}): ProcessSamples {
  return calls.every((each) => each > 0) ? {samples, calls} : {samples};
}

/** `Parse/kind=json/size=1000-8`: parts with `=` at the end are parameters, the number at the end is GOMAXPROCS. */
function titleParts(title: string): {name: string; parameters: Record<string, string>} {
  const [, rest = title, procs] = /^(.*?)(?:-(\d+))?$/.exec(title) ?? [];
  const parts = rest.split("/");
  const first = parts.findIndex((_, index) => index > 0 && parts.slice(index).every((each) => /^[^=]+=/.test(each)));
  const named = first < 0 ? parts : parts.slice(0, first);
  const pairs =
    first < 0 ? [] : parts.slice(first).map((part) => [part.split("=", 1)[0]!, part.replace(/^[^=]*=/, "")]);
  const parameters = Object.fromEntries([...pairs, ...(procs === undefined ? [] : [["procs", procs]])]);
  return {name: named.join("/") || UNNAMED, parameters};
}

function settingsOf({cpu, ...settings}: Facts): Facts {
  return known({...settings, processor: cpu});
}
