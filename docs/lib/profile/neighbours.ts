import {type Frame, type Profile, totalsOf} from "./profile.js";
import {walkTree} from "./walk-tree.js";

/** A function that stands next to another one on stacks. */
export interface Neighbour {
  readonly frame: Frame;
  /** Weight of the stacks on which it does, in the profile's unit. */
  readonly weight: number;
}

/** Who calls a function, and what it calls. */
export interface Neighbours {
  /** Weight of the function while this one was its caller; where it calls itself, of the outermost call only. */
  readonly callers: readonly Neighbour[];
  /** Weight of what it called, counted once where that comes back to the same call. */
  readonly callees: readonly Neighbour[];
}

/**
 * Callers and callees of one frame, the greatest weight first. The root is nobody's caller, so the weights of the
 * callers may be less than the function's total.
 *
 * @param index of the frame in the profile
 */
export function neighboursOf({frames, tree}: Profile, index: number): Neighbours {
  const totals = totalsOf(tree);
  const callers = new Map<number, number>();
  const callees = new Map<number, number>();
  const calling = new Int32Array(frames.length);
  let inside = 0;
  const callee = (node: number) => tree.frame[tree.parent[node]!] === index && tree.frame[node] !== index;
  const enter = (node: number) => {
    const frame = tree.frame[node]!;
    const above = tree.frame[tree.parent[node]!]!;
    if (callee(node) && calling[frame]!++ === 0) add(callees, frame, totals[node]!);
    if (frame === index && inside++ === 0 && above >= 0) add(callers, above, totals[node]!);
  };
  const leave = (node: number) => {
    if (callee(node)) calling[tree.frame[node]!]!--;
    if (tree.frame[node] === index) inside--;
  };
  walkTree(tree, enter, leave);
  return {callers: sorted(callers, frames), callees: sorted(callees, frames)};
}

function add(weights: Map<number, number>, frame: number, weight: number): void {
  weights.set(frame, (weights.get(frame) ?? 0) + weight);
}

function sorted(weights: ReadonlyMap<number, number>, frames: readonly Frame[]): Neighbour[] {
  return [...weights].map(([index, weight]) => ({frame: frames[index]!, weight})).sort((a, b) => b.weight - a.weight);
}
