import type {CallTree} from "./profile.js";

/**
 * For each node the sum of something over the frames of its stack, without walking the stacks: a tree of a hundred
 * thousand nodes may hold billions of frames when each stack is written in full.
 *
 * @param of what a frame counts, by its index; 1 gives the depth
 * @returns one value a node; 0 for the root
 */
export function alongStacks({frame, parent}: CallTree, of: (frame: number) => number): Float64Array {
  const sums = new Float64Array(frame.length);
  for (let node = 1; node < sums.length; node++) sums[node] = sums[parent[node]!]! + of(frame[node]!);
  return sums;
}
