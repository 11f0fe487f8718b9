import {type Frame, type Profile, totalsOf} from "./profile.js";
import {walkTree} from "./walk-tree.js";

/** What a profile says of a function. */
export interface FunctionRow {
  readonly frame: Frame;
  /** Index of the frame in the profile. */
  readonly index: number;
  /** Weight found in the function itself, in the profile's unit. */
  readonly self: number;
  /** Weight found in it or in what it called; where it calls itself, counted once. */
  readonly total: number;
  /** Samples that found the function itself. */
  readonly samples: number;
}

/** A row for each frame of a profile, the greatest self weight first. */
export function functionRows({frames, tree}: Profile): FunctionRow[] {
  const self = new Float64Array(frames.length);
  const samples = new Float64Array(frames.length);
  for (let node = 1; node < tree.frame.length; node++) {
    self[tree.frame[node]!]! += tree.self[node]!;
    samples[tree.frame[node]!]! += tree.samples[node]!;
  }
  const total = totalsByFrame({frames, tree});
  return frames
    .map((frame, index) => ({frame, index, self: self[index]!, total: total[index]!, samples: samples[index]!}))
    .sort((a, b) => b.self - a.self || b.total - a.total);
}

/** A frame adds to its total only where none of the same frame is above it. */
function totalsByFrame({frames, tree}: Pick<Profile, "frames" | "tree">): Float64Array {
  const totals = totalsOf(tree);
  const open = new Int32Array(frames.length);
  const byFrame = new Float64Array(frames.length);
  const enter = (node: number) => {
    const frame = tree.frame[node]!;
    if (open[frame] === 0) byFrame[frame]! += totals[node]!;
    open[frame]!++;
  };
  walkTree(tree, enter, (node) => open[tree.frame[node]!]!--);
  return byFrame;
}
