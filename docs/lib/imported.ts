import * as v from "valibot";
import {checkValue, ResultError} from "./check-value.js";
import {count, line, name, size} from "./schema-parts.js";

/** The number of the format of imported results. A file of a higher number is refused. */
export const IMPORTED = 1;

const title = v.pipe(line, v.minLength(1));
const facts = v.record(title, line);
const finite = v.pipe(v.number(), v.finite());

/** One process that measured one benchmark, as far as the tool tells processes apart. */
export const ProcessSamples = v.strictObject({
  /** In the unit of the benchmark; in the order of time, unless the tool sorts them. */
  samples: v.pipe(v.array(finite), v.minLength(1)),
  /** How many calls each sample is the mean of, where the tool says. */
  calls: v.exactOptional(v.array(size)),
  /** How often each sample was seen, where the tool counts instead of listing. */
  counts: v.exactOptional(v.array(size)),
  /** How many of the samples each iteration holds, where an iteration holds several. */
  iterations: v.exactOptional(v.array(count)),
  /** What was measured first and does not count: calls, and the value of one. */
  warmups: v.exactOptional(v.array(v.strictObject({calls: size, value: finite})))
});
export type ProcessSamples = v.InferOutput<typeof ProcessSamples>;

/** One figure of one benchmark. */
export const Benchmark = v.strictObject({
  name: title,
  parameters: v.record(title, line),
  /** A further figure, by the tool's name for it: `gc.alloc.rate.norm`. Null for the one that it measures. */
  metric: v.nullable(title),
  /** As the tool writes it: `ns/op`, `second`, `ops/ms`. See `meaningOf`. */
  unit: title,
  processes: v.pipe(v.array(ProcessSamples), v.minLength(1)),
  /** What the tool says of this benchmark: its settings, its mode. */
  facts
});
export type Benchmark = v.InferOutput<typeof Benchmark>;

/**
 * What another tool measured. It has no blocks, no reference chain and no claims, and nothing stands in for
 * them: only what the tool wrote is here, in its own unit. Nothing that names a person or a host.
 */
export const Imported = v.strictObject({
  imported: v.literal(IMPORTED),
  /** The format that it came in, and the program that wrote it. */
  from: v.strictObject({format: name, tool: line}),
  /** What the tool says of machine and runtime, under our names where there is one: see `environmentFacts`. */
  facts,
  benchmarks: v.pipe(v.array(Benchmark), v.minLength(1)),
  /** What the reader should know about the import, in sentences. */
  notes: v.array(line)
});
export type Imported = v.InferOutput<typeof Imported>;

/** Whether a value says of itself that it was imported: `checkImported` says whether that is so. */
export function saysImported(value: unknown): boolean {
  return typeof value === "object" && value !== null && "imported" in value;
}

/**
 * Checks an imported result before it is believed.
 *
 * @param place named first in every message
 * @throws ResultError that names the first place that is wrong
 */
export function checkImported(value: unknown, place: string): Imported {
  const imported = checkValue(Imported, value, place);
  const seen = new Set<string>();
  for (const [index, benchmark] of imported.benchmarks.entries()) {
    const at = `${place}: benchmarks[${index}]`;
    const title = benchmarkTitle(benchmark);
    if (seen.has(title)) throw new ResultError(`${at}: expected every benchmark once, got ${title} again`);
    seen.add(title);
    for (const [each, process] of benchmark.processes.entries()) checkProcess(process, `${at}.processes[${each}]`);
  }
  return imported;
}

/** A benchmark in one line: its name, its parameters, and the figure if it is not the main one. */
export function benchmarkTitle({name, parameters, metric}: Benchmark): string {
  const pairs = Object.entries(parameters).map(([key, value]) => `${key}=${value}`);
  return [name, ...pairs].join(" ") + (metric === null ? "" : `: ${metric}`);
}

function checkProcess({samples, calls, counts, iterations}: ProcessSamples, place: string): void {
  const expect = (what: string, length: number) => {
    if (length === samples.length) return;
    throw new ResultError(`${place}.${what}: expected one a sample (${samples.length}), got ${length}`);
  };
  if (calls !== undefined) expect("calls", calls.length);
  if (counts !== undefined) expect("counts", counts.length);
  if (iterations !== undefined) {
    expect(
      "iterations",
      iterations.reduce((sum, each) => sum + each, 0)
    );
  }
}
