import type {Profile} from "./profile.js";

/** Weight found while the thread waited for something to do. */
export function idleWeight({frames, tree}: Profile): number {
  return tree.self.reduce((sum, weight, node) => (isIdle(frames[tree.frame[node]!]) ? sum + weight : sum), 0);
}

/** The profile without the time in which the thread waited for something to do. */
export function withoutIdle(profile: Profile): Profile {
  const {frames, tree} = profile;
  if (!frames.some(isIdle)) return profile;
  const kept = (column: Float64Array) => column.map((value, node) => (isIdle(frames[tree.frame[node]!]) ? 0 : value));
  return {...profile, tree: {...tree, self: kept(tree.self), samples: kept(tree.samples)}, timeline: null};
}

function isIdle(frame: {readonly name: string} | undefined): boolean {
  return frame?.name === "(idle)";
}
