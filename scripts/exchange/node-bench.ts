import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {Benchmark} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {leftOut} from "./amounts.js";
import {type Format, type Found, has, type Source} from "./format.js";

const complete = v.object({
  name: v.string(),
  /** File, path and parameters. */
  benchId: v.optional(v.string()),
  namePath: v.optional(v.array(v.string())),
  /** Which execution of which file: a process, unless isolation was switched off. */
  fileRunId: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  error: v.optional(v.unknown()),
  samples: v.array(
    v.object({
      operations: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      /** A whole number of any length. */
      duration_ns: v.union([v.pipe(v.string(), v.regex(/^\d+$/, "expected a whole number of nanoseconds")), v.number()])
    })
  )
});
type Complete = v.InferOutput<typeof complete>;

/** What `node --bench --bench-reporter=json` prints: a line for each event. */
export const nodeBench: Format = {
  name: "node-bench",
  title: "node:bench, node --bench --bench-reporter=json",
  recognises: ({text}) => /^\s*\{[^\n]{0,400}"type"\s*:\s*"bench:/.test(text),
  read,
  write: {because: "its lines are events of a run, with files and places in them, and no program reads them"}
};

function read({text, place}: Source): Found {
  const done = text.split("\n").flatMap((line, index) => completeIn(line, `${place}:${index + 1}`));
  const measured = done.filter(({samples}) => samples.length > 0);
  if (measured.length === 0) {
    const failed = done.find(({error}) => has(error, "message"));
    throw new ReaderError(`${place}: expected a benchmark that was completed with samples, got none`, [
      ...(failed === undefined ? [] : [`${nameOf(failed)}: ${messageOf(failed)}`])
    ]);
  }
  const gone = done.filter(({samples}) => samples.length === 0).map(nameOf);
  return {
    tool: "node:bench",
    facts: {},
    benchmarks: [...byTitle(measured).values()].map(benchmarkOf),
    notes: gone.length === 0 ? [] : [leftOut(gone, "they have no samples")]
  };
}

function completeIn(line: string, place: string): Complete[] {
  if (line.trim() === "") return [];
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch (error) {
    throw new ReaderError(`${place}: not JSON: ${(error as Error).message}`, "a line of it was cut off or edited", {
      cause: error
    });
  }
  if (!has(event, "type") || event.type !== "bench:complete") return [];
  return [checkValue(complete, has(event, "data") ? event.data : event, place)];
}

function byTitle(all: readonly Complete[]): Map<string, Complete[]> {
  const titles = new Map<string, Complete[]>();
  for (const one of all) {
    const title = one.benchId ?? JSON.stringify([nameOf(one), one.params]);
    titles.set(title, [...(titles.get(title) ?? []), one]);
  }
  return titles;
}

function benchmarkOf(runs: readonly Complete[]): Benchmark {
  const [first] = runs as [Complete];
  const parameters = Object.fromEntries(Object.entries(first.params).map(([name, value]) => [name, String(value)]));
  const processes = runs.map(({samples}) => ({
    samples: samples.map(({operations, duration_ns}) => Number(duration_ns) / operations),
    calls: samples.map(({operations}) => operations)
  }));
  return {name: nameOf(first), parameters, metric: null, unit: "ns", processes, facts: {}};
}

function messageOf({error}: Complete): string {
  return has(error, "message") ? String(error.message) : "";
}

function nameOf({namePath, name}: Complete): string {
  return (namePath ?? [name]).join("/").slice(0, 400);
}
