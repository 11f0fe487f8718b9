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
   * Whether it is more than two standard errors of sampling, as `squaresByFrame` has them: a few long samples are
   * less certain than many short ones. The samples of one call are not independent, so this is the least uncertainty.
   * Null if a side counts no samples.
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
  readonly wholes: readonly [before: Whole, after: Whole];
}

/** What was taken as the whole of a profile, and the samples behind it. */
export interface Whole {
  readonly weight: number;
  readonly samples: number;
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

function wholeOf(profile: Profile): Whole {
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
  const squares = [squaresByFrame(a), squaresByFrame(b)] as const;
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .map((key) => {
      const rows = [before.get(key), after.get(key)] as const;
      const sides = rows.map((row, side) => sideOf(row, wholes[side]!, squares[side]!)) as [Side, Side];
      return changeRow((rows[0] ?? rows[1])!.frame, ...sides);
    })
    .filter((row) => row.before.total > 0 || row.after.total > 0)
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
}

/** A function in one of the profiles: shares of the whole, and the variance of its self share; null if not known. */
interface Side {
  readonly self: number;
  readonly total: number;
  readonly variance: number | null;
}

function sideOf(row: FunctionRow | undefined, {weight, samples}: Whole, squares: Float64Array): Side {
  const self = (row?.self ?? 0) / weight;
  const total = (row?.total ?? 0) / weight;
  if (samples === 0) return {self, total, variance: null};
  const found = row === undefined ? 0 : (squares[row.index]! * (1 - self)) / weight ** 2;
  return {self, total, variance: Math.max(found, 1 / samples ** 2)};
}

/**
 * The sum of the squared weights of each frame's own samples: the variance of its weight, if samples come as in a
 * Poisson process. Where single samples are not known, those of a node are taken as equal.
 */
function squaresByFrame({frames, tree, timeline}: Profile): Float64Array {
  const squares = new Float64Array(frames.length);
  const add = (node: number, square: number) => {
    if (node > 0) squares[tree.frame[node]!]! += square;
  };
  if (timeline !== null) {
    for (const [index, node] of timeline.nodes.entries()) add(node, timeline.weights[index]! ** 2);
  } else {
    for (const [node, self] of tree.self.entries()) add(node, self ** 2 / Math.max(1, tree.samples[node]!));
  }
  return squares;
}

function changeRow(frame: Frame, before: Side, after: Side): ChangeRow {
  const difference = after.self - before.self;
  const known = before.variance !== null && after.variance !== null;
  return {
    frame,
    change: changeOf(before.total, after.total, difference),
    before: {self: before.self, total: before.total},
    after: {self: after.self, total: after.total},
    difference,
    clear: known ? Math.abs(difference) > 2 * Math.sqrt(before.variance! + after.variance!) : null
  };
}

function changeOf(before: number, after: number, difference: number): Change {
  if (before === 0) return "appeared";
  if (after === 0) return "vanished";
  if (difference === 0) return "same";
  return difference > 0 ? "grew" : "shrank";
}
