import * as v from "valibot";
import {checkValue, ResultError} from "./check-value.js";
import {RunEvidence} from "./evidence/evidence.js";
import {LabDescription} from "./lab-description.js";
import {Runtime} from "./runtime.js";
import {count, line, name, nanoseconds, nonNegative, positive, size} from "./schema-parts.js";

export {ResultError} from "./check-value.js";
export {LabDescription} from "./lab-description.js";
export {Runtime} from "./runtime.js";

/** The number of the format. A file of a higher number is refused; older ones are not known yet. */
export const FORMAT = 1;

/** The machine that measured. Nothing that names a person or a host. */
export const Machine = v.strictObject({
  /** Short name for folders and pages, made from the facts below. */
  id: name,
  cpu: line,
  /** Logical processors that the process may use. */
  cores: size,
  memoryBytes: positive,
  os: line,
  arch: line,
  /** The hypervisor or container technology, if one was seen. */
  virtual: v.nullable(line)
});
export type Machine = v.InferOutput<typeof Machine>;

/** One fresh process (in a browser: a fresh Worker) that measured one variant at one size. */
export const Fork = v.strictObject({
  /** Which block it belongs to, from 0. A block holds one fork of every variant. */
  block: count,
  /** Its place in the order of the whole run, from 0. */
  order: count,
  variant: name,
  size,
  /** Iterations in a batch. */
  iterations: size,
  /** Nanoseconds for one iteration; one value a batch that was kept, in order of time. */
  samplesNs: v.pipe(v.array(nanoseconds), v.minLength(1)),
  /** Nanoseconds for one step of the reference chain, timed beside the batch of the same index. */
  referenceNs: v.pipe(v.array(nanoseconds), v.minLength(1)),
  /** Batches dropped because something else ran meanwhile, in place of the process or on the same core. */
  dropped: count,
  /** Collections while the batches ran, and their time; null where the runtime does not say. */
  collections: v.nullable(v.strictObject({count, ms: nonNegative})),
  /** Whether the work had settled: windows agreed at the end of the warm-up, or among the batches that were kept. */
  steady: v.boolean(),
  /** Nanoseconds for a call of an empty function in the same loop, beside the batches that were kept. */
  emptyCallNs: nonNegative,
  /** The smallest step of the clock that was seen, in nanoseconds. */
  clockStepNs: nanoseconds
});
export type Fork = v.InferOutput<typeof Fork>;

const failure = v.strictObject({block: count, variant: name, size, reason: v.pipe(v.string(), v.maxLength(2000))});
export type Failure = v.InferOutput<typeof failure>;

/** How a run ended. */
export const Ending = v.picklist(["precise", "budget", "blocks", "interrupted", "failed", "running"]);
export type Ending = v.InferOutput<typeof Ending>;

/** All that one run of one lab on one runtime leaves. Statistics are not stored: they can be redone. */
export const Run = v.strictObject({
  /** SHA-256 of the compiled lab, hexadecimal. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal")),
  lab: LabDescription,
  runtime: Runtime,
  /** When the first block started, ISO 8601. */
  started: v.pipe(v.string(), v.isoTimestamp()),
  seconds: nonNegative,
  effort: v.picklist(["quick", "standard", "precise"]),
  /** Seed of the data and of the order. */
  seed: count,
  /** The difference too small to matter: 0.01 is one per cent. */
  margin: v.pipe(v.number(), v.gtValue(0), v.maxValue(0.5)),
  ending: Ending,
  /** One-minute load average before each block; empty where the system does not say. */
  load: v.array(nonNegative),
  forks: v.array(Fork),
  failures: v.array(failure),
  /** The self-check of the session: the same work twice, and two per cent more of it. */
  selfCheck: v.array(Fork),
  /** What the reader should know about this run, in sentences. */
  notes: v.array(line),
  /** What the runtime reports of what it measured, from processes that were not timed; only where it was asked. */
  evidence: v.exactOptional(RunEvidence)
});
export type Run = v.InferOutput<typeof Run>;

/** One lab on one machine: a run for each runtime that measured it. */
export const Result = v.strictObject({
  format: v.literal(FORMAT),
  lab: name,
  machine: Machine,
  runs: v.array(Run)
});
export type Result = v.InferOutput<typeof Result>;

/** A result that this program is too old to read: it must not be overwritten. */
export class NewerFormatError extends ResultError {}

/**
 * Checks what came from a file, a child process or a page before it is believed.
 *
 * @param place named first in every message: a path, or what sent the value
 * @throws ResultError that names the first place that is wrong; NewerFormatError if the format is a later one
 */
export function checkResult(value: unknown, place: string): Result {
  const format = (value as {format?: unknown} | null)?.format;
  if (typeof format === "number" && format > FORMAT) {
    throw new NewerFormatError(
      `${place}: format: expected at most ${FORMAT}, got ${format}\n  written by a newer Hotpath: update this one`
    );
  }
  const result = checkValue(Result, value, place);
  for (const [index, run] of result.runs.entries()) checkRun(run, `${place}: runs[${index}]`);
  return result;
}

/** As `checkResult`, for one fork alone. */
export function checkFork(value: unknown, place: string): Fork {
  const fork = checkValue(Fork, value, place);
  checkPairs(fork, `${place}: `);
  return fork;
}

/** As `checkResult`, for what a lab says of itself. `checkLab` adds the rules between its parts. */
export function checkDescription(value: unknown, place: string): LabDescription {
  return checkValue(LabDescription, value, place);
}

function checkRun(run: Run, place: string): void {
  const known = new Map(run.lab.variants.map((variant) => [variant.name, variant]));
  for (const {name, against} of run.lab.variants) {
    if (against === null || known.has(against)) continue;
    throw new ResultError(`${place}.lab.variants: ${name} is compared with ${against}, which does not exist`);
  }
  for (const [index, fork] of run.forks.entries()) {
    const at = `${place}.forks[${index}]`;
    checkPairs(fork, `${at}.`);
    if (known.get(fork.variant)?.sizes.includes(fork.size)) continue;
    throw new ResultError(`${at}: expected a variant and a size of the lab, got ${fork.variant} at ${fork.size}`);
  }
  for (const [index, fork] of run.selfCheck.entries()) checkPairs(fork, `${place}.selfCheck[${index}].`);
}

function checkPairs(fork: Fork, place: string): void {
  if (fork.samplesNs.length === fork.referenceNs.length) return;
  throw new ResultError(
    `${place}referenceNs: expected one value a sample (${fork.samplesNs.length}), got ${fork.referenceNs.length}`
  );
}
