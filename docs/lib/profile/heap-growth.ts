import {ResultError} from "../check-value.js";
import {alignFrames} from "./align-frames.js";
import {type FunctionRow, functionRows} from "./function-rows.js";
import {type CallTree, type Frame, type Profile, sumOf} from "./profile.js";
import {frameKey} from "./profile-builder.js";

/** Bytes of a function in a profile. */
export interface SiteBytes {
  readonly self: number;
  readonly total: number;
  /** Samples that found the function itself. */
  readonly samples: number;
}

/** What became of a function from one profile of allocations to another. */
export interface GrowthRow {
  readonly frame: Frame;
  readonly before: SiteBytes;
  readonly after: SiteBytes;
  /** Own bytes after less own bytes before. */
  readonly growth: number;
  /** Whether it is more than two standard errors of sampling; null if a side counts no samples. */
  readonly clear: boolean | null;
}

/** Two profiles of allocations, function by function, and their sums. */
export interface Growth {
  /** The greatest growth first, to either direction. */
  readonly rows: readonly GrowthRow[];
  readonly before: {readonly weight: number; readonly samples: number};
  readonly after: {readonly weight: number; readonly samples: number};
}

interface Side {
  readonly rows: ReadonlyMap<string, FunctionRow>;
  /** Variance of the own bytes of each frame, in bytes squared; null if no samples are counted. */
  readonly variance: Float64Array | null;
  readonly leastVariance: number;
}

const NOTHING: SiteBytes = {self: 0, total: 0, samples: 0};

/**
 * Compares two profiles of allocations in bytes, not in shares: recordings of equal length, or of what was alive at
 * two times.
 *
 * @throws ResultError unless both hold bytes
 */
export function heapGrowth(a: Profile, b: Profile): Growth {
  for (const {unit, title} of [a, b])
    if (unit !== "bytes") throw new ResultError(`${title}: expected a profile of bytes, got one of ${unit}`);
  const [first, second] = alignFrames(a, b);
  const before = sideOf(first);
  const after = sideOf(second);
  const rows = [...new Set([...before.rows.keys(), ...after.rows.keys()])]
    .map((key) => growthRow(key, before, after))
    .filter((row) => row.before.total > 0 || row.after.total > 0)
    .sort((one, other) => Math.abs(other.growth) - Math.abs(one.growth) || other.after.total - one.after.total);
  return {rows, before: sumOf(first), after: sumOf(second)};
}

function growthRow(key: string, before: Side, after: Side): GrowthRow {
  const [was, is] = [before.rows.get(key), after.rows.get(key)];
  const growth = (is?.self ?? 0) - (was?.self ?? 0);
  const variances = [varianceOf(before, was), varianceOf(after, is)] as const;
  const known = variances[0] !== null && variances[1] !== null;
  return {
    frame: (was ?? is)!.frame,
    before: bytesOf(was),
    after: bytesOf(is),
    growth,
    clear: known ? Math.abs(growth) > 2 * Math.sqrt(variances[0]! + variances[1]!) : null
  };
}

function bytesOf(row: FunctionRow | undefined): SiteBytes {
  return row === undefined ? NOTHING : {self: row.self, total: row.total, samples: row.samples};
}

/** A function that was not found may have allocated about as much as one sample stands for. */
function varianceOf({variance, leastVariance}: Side, row: FunctionRow | undefined): number | null {
  return variance && Math.max(leastVariance, row === undefined ? 0 : variance[row.index]!);
}

function sideOf(profile: Profile): Side {
  const {frames, tree} = profile;
  const rows = new Map(functionRows(profile).map((row) => [frameKey(row.frame), row]));
  const least = lightestSample(tree);
  if (least === null) return {rows, variance: null, leastVariance: 0};
  const variance = new Float64Array(frames.length);
  for (let node = 1; node < tree.frame.length; node++) {
    const count = tree.samples[node]!;
    if (count > 0) variance[tree.frame[node]!]! += sampledVariance(tree.self[node]!, count, least);
  }
  return {rows, variance, leastVariance: least ** 2};
}

/**
 * V8 takes an allocation of s bytes with the chance p = 1 − exp(−s/interval) and counts it as s/p (V8,
 * sampling-heap-profiler.cc): small ones all weigh about an interval, large ones are hardly ever missed and weigh what
 * they are. A sum of such weights w has the variance Σ w²(1 − p). The interval stands in no file, so the lightest
 * sample takes its place, and exp(1 − w/interval) that of 1 − p: never less, so that too little is called clear rather
 * than too much. Samples of a node are taken as equal.
 */
function sampledVariance(bytes: number, count: number, least: number): number {
  const weight = bytes / count;
  return bytes * weight * Math.exp(1 - weight / least);
}

function lightestSample({self, samples}: CallTree): number | null {
  let least: number | null = null;
  for (const [node, count] of samples.entries()) {
    const weight = self[node]! / count;
    if (count > 0 && weight > 0 && (least === null || weight < least)) least = weight;
  }
  return least;
}
