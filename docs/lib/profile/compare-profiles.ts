import {ResultError} from "../check-value.js";
import {alignFrames} from "./align-frames.js";
import {type FunctionRow, functionRows} from "./function-rows.js";
import {withoutIdle} from "./idle.js";
import {type CallTree, type Frame, type Profile, sumOf, totalsOf} from "./profile.js";
import {frameKey, ProfileBuilder} from "./profile-builder.js";

/** What became of a function from one profile to another. */
export type Change = "grew" | "shrank" | "appeared" | "vanished" | "same";

/** A function in both profiles. Shares are of the whole of their own profile: 0 to 1. */
export interface ChangeRow {
  readonly frame: Frame;
  readonly change: Change;
  readonly before: {readonly self: number; readonly total: number};
  readonly after: {readonly self: number; readonly total: number};
  /** Self after less self before. */
  readonly difference: number;
  /**
   * Whether it is more than twice what the count of samples leaves uncertain (a binomial share on either side; the
   * samples of one call are not independent, so this is the least uncertainty). Null if a side counts no samples.
   */
  readonly clear: boolean | null;
}

/** Two profiles, each taken as a share of its own whole. */
export interface Comparison {
  readonly rows: readonly ChangeRow[];
  readonly frames: readonly Frame[];
  /** The stacks of both. */
  readonly tree: CallTree;
  /** Share of each node with all that it called. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Weight that was taken as the whole, and the samples behind it. */
  readonly wholes: readonly [before: {weight: number; samples: number}, after: {weight: number; samples: number}];
}

/**
 * Compares two profiles after each is divided by its own total, so that recordings of different length can be
 * compared. Time in which the thread waited is left out unless `idle` says otherwise.
 *
 * @throws ResultError if the units differ, or if one of them is empty
 */
export function compareProfiles(a: Profile, b: Profile, {idle = false} = {}): Comparison {
  if (a.unit !== b.unit) {
    throw new ResultError(`${b.title}: expected ${a.unit} like ${a.title}, got ${b.unit}: they cannot be compared`);
  }
  const [first, second] = alignFrames(idle ? a : withoutIdle(a), idle ? b : withoutIdle(b));
  const wholes = [wholeOf(first), wholeOf(second)] as const;
  const merged = new ProfileBuilder();
  const places = [first, second].map((profile) => pourShape(profile, merged));
  const {frames, tree} = merged.build({title: "", unit: a.unit});
  const [before, after] = [first, second].map((profile, side) =>
    totalsOf({...tree, self: sharesOf(profile, places[side]!, tree.frame.length, wholes[side]!.weight)})
  ) as [Float64Array, Float64Array];
  return {rows: changeRows(first, second, wholes), frames, tree, before, after, wholes};
}

function wholeOf(profile: Profile): {weight: number; samples: number} {
  const whole = sumOf(profile);
  if (whole.weight > 0) return whole;
  throw new ResultError(`${profile.title}: expected a profile with samples, got none`);
}

function pourShape({frames, tree}: Profile, builder: ProfileBuilder): Int32Array {
  const places = new Int32Array(tree.frame.length);
  for (let node = 1; node < places.length; node++) {
    places[node] = builder.node(places[tree.parent[node]!]!, builder.frame(frames[tree.frame[node]!]!));
  }
  return places;
}

function sharesOf({tree}: Profile, places: Int32Array, length: number, whole: number): Float64Array {
  const shares = new Float64Array(length);
  for (let node = 0; node < places.length; node++) shares[places[node]!]! += tree.self[node]! / whole;
  return shares;
}

/** A row for each function of either side, the greatest difference first, to either direction. */
function changeRows(a: Profile, b: Profile, wholes: Comparison["wholes"]): ChangeRow[] {
  const before = new Map(functionRows(a).map((row) => [frameKey(row.frame), row]));
  const after = new Map(functionRows(b).map((row) => [frameKey(row.frame), row]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .map((key) => changeRow(before.get(key), after.get(key), wholes))
    .filter((row) => row.before.total > 0 || row.after.total > 0)
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
}

function changeRow(a: FunctionRow | undefined, b: FunctionRow | undefined, wholes: Comparison["wholes"]): ChangeRow {
  const shares = (row: FunctionRow | undefined, side: 0 | 1) => ({
    self: (row?.self ?? 0) / wholes[side].weight,
    total: (row?.total ?? 0) / wholes[side].weight
  });
  const before = shares(a, 0);
  const after = shares(b, 1);
  const difference = after.self - before.self;
  return {
    frame: (a ?? b)!.frame,
    change: changeOf(before.total, after.total, difference),
    before,
    after,
    difference,
    clear: isClear(before.self, after.self, wholes)
  };
}

function changeOf(before: number, after: number, difference: number): Change {
  if (before === 0) return "appeared";
  if (after === 0) return "vanished";
  if (difference === 0) return "same";
  return difference > 0 ? "grew" : "shrank";
}

function isClear(before: number, after: number, [a, b]: Comparison["wholes"]): boolean | null {
  if (a.samples === 0 || b.samples === 0) return null;
  const variance = (share: number, samples: number) => Math.max(share * (1 - share), 1 / samples) / samples;
  return Math.abs(after - before) > 2 * Math.sqrt(variance(before, a.samples) + variance(after, b.samples));
}
