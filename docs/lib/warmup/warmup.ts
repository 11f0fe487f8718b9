import * as v from "valibot";
import {checkValue, ResultError} from "../check-value.js";
import {Machine, Runtime} from "../result.js";
import {count, line, name, nonNegative, positive, size} from "../schema-parts.js";
import {Curve} from "./curve.js";

/** The number of the format of warm-up curves. A file of a higher number is refused. */
export const WARMUP = 1;

/** Which compilers of a runtime take part: all that it takes by itself, or those that flags leave. */
export const TIERS = ["default", "interpreter", "baseline", "maglev", "turbofan", "c1", "c2"] as const;
export type Tier = (typeof TIERS)[number];

/** Processes of one variant at one size on one runtime. */
export const WarmupSeries = v.strictObject({
  /** With the flags of the tier. */
  runtime: Runtime,
  tier: v.picklist(TIERS),
  variant: name,
  size,
  /** What an operation of the lab is called. */
  unit: line,
  /** SHA-256 of the compiled lab, as results have it, hexadecimal. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal")),
  /** When its first process started, ISO 8601. */
  started: v.pipe(v.string(), v.isoTimestamp()),
  /** Seed of the data and of the order of processes. */
  seed: count,
  /** The smallest step of the clock that was seen, in nanoseconds. */
  clockStepNs: positive,
  /** One-minute load average when its first process started; null where the system does not say. */
  load: v.nullable(nonNegative),
  processes: v.array(Curve),
  /** Processes that gave no curve, and why. */
  failures: v.array(v.pipe(v.string(), v.maxLength(2000)))
});
export type WarmupSeries = v.InferOutput<typeof WarmupSeries>;

/** Warm-up curves of one lab on one machine. Raw times are kept; classes can always be told again. */
export const Warmup = v.strictObject({
  warmup: v.literal(WARMUP),
  lab: name,
  machine: Machine,
  series: v.array(WarmupSeries)
});
export type Warmup = v.InferOutput<typeof Warmup>;

/** Whether a value says of itself that it holds warm-up curves: `checkWarmup` says whether that is so. */
export function saysWarmup(value: unknown): boolean {
  return typeof value === "object" && value !== null && "warmup" in value;
}

/**
 * Checks warm-up curves that came from a file.
 *
 * @param place named first in every message
 * @throws ResultError that names the first place that is wrong
 */
export function checkWarmup(value: unknown, place: string): Warmup {
  const warmup = checkValue(Warmup, value, place);
  for (const [index, {processes}] of warmup.series.entries()) {
    for (const [each, curve] of processes.entries()) {
      checkLengths(curve, `${place}: series[${index}].processes[${each}]`);
    }
  }
  return warmup;
}

/** As `checkWarmup`, for one curve alone. */
export function checkCurve(value: unknown, place: string): Curve {
  const curve = checkValue(Curve, value, place);
  checkLengths(curve, place);
  return curve;
}

function checkLengths({ns, calls}: Curve, place: string): void {
  const points = calls.reduce((sum, [count]) => sum + count, 0);
  if (points === ns.length) return;
  throw new ResultError(`${place}.calls: expected one value a point (${ns.length}), got ${points}`);
}
