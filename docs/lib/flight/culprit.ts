import {type FrameKind, ownerOf} from "../profile/frame-kind.js";
import {frameText} from "../profile/frame-text.js";
import {functionRows} from "../profile/function-rows.js";
import {withoutIdle} from "../profile/idle.js";
import {type Frame, type Profile, sumOf} from "../profile/profile.js";

/** Who was at work in a stretch of time. */
export interface Culprit {
  /** The innermost function of the program, else of a package, that most of the samples have on their stack. */
  readonly frame: Frame;
  /** Share of the samples, by weight, that have it, 0 to 1. */
  readonly share: number;
  /** The function of Node that it was in, if most of the samples were. */
  readonly inside: Frame | null;
  /** The function of the program that called it, if it belongs to a package. */
  readonly caller: Frame | null;
}

/** A function that fewer stacks have is not named alone. */
export const MOST_OF_IT = 0.75;

/** Who has at least three quarters of the samples on its account; null if nobody has, or nothing was sampled. */
export function culpritIn(profile: Profile): Culprit | null {
  const busy = withoutIdle(profile);
  const {weight} = sumOf(busy);
  if (weight === 0) return null;
  const depths = depthsOf(busy);
  const common = functionRows(busy)
    .filter(({total}) => total >= MOST_OF_IT * weight)
    .map((row) => ({...row, kind: ownerOf(row.frame).kind, depth: depths[row.index]!}))
    .sort((a, b) => b.depth - a.depth);
  const innermost = (kind: FrameKind) => common.find((row) => row.kind === kind);
  const own = innermost("own");
  const of = innermost("package");
  const node = innermost("node");
  const named = of !== undefined && of.depth > (own?.depth ?? -1) ? of : (own ?? node);
  // All that runs later passes through the same few functions of Node: they say nothing unless they work themselves.
  if (named === undefined || (named === node && named.self < weight / 2)) return null;
  return {
    frame: named.frame,
    share: named.total / weight,
    inside: node !== undefined && node.depth > named.depth ? node.frame : null,
    caller: named === of ? (own?.frame ?? null) : null
  };
}

/** "`gzipSync` called by `answer` (app.js:12)": a culprit in words. */
export function culpritText({frame, inside, caller}: Culprit, base: string): string {
  const where = caller === null ? "" : `, called by ${frameText(caller, base)}`;
  return `${frameText(frame, base)}${inside === null ? "" : `, in ${inside.name}`}${where}`;
}

/** How deep the stacks are at which a function stands, on average by samples; 0 where it has none. */
function depthsOf({frames, tree}: Profile): Float64Array {
  const depth = new Int32Array(tree.frame.length);
  const totals = Float64Array.from(tree.self);
  for (let node = 1; node < depth.length; node++) depth[node] = depth[tree.parent[node]!]! + 1;
  for (let node = totals.length - 1; node > 0; node--) totals[tree.parent[node]!]! += totals[node]!;
  const sums = new Float64Array(frames.length);
  const weights = new Float64Array(frames.length);
  for (let node = 1; node < depth.length; node++) {
    sums[tree.frame[node]!]! += depth[node]! * totals[node]!;
    weights[tree.frame[node]!]! += totals[node]!;
  }
  return sums.map((sum, frame) => (weights[frame] === 0 ? 0 : sum / weights[frame]!));
}
