import type {Profile} from "./profile.js";

/** Weight found while the thread waited for something to do. */
export function idleWeight({frames, tree}: Profile): number {
  return tree.self.reduce((sum, weight, node) => (isIdle(frames[tree.frame[node]!]) ? sum + weight : sum), 0);
}

/** The profile without the time in which the thread waited for something to do. */
export function withoutIdle(profile: Profile): Profile {
  const {frames, tree, timeline} = profile;
  if (!frames.some(isIdle)) return profile;
  const idle = (node: number) => isIdle(frames[tree.frame[node]!]);
  const kept = (column: Float64Array) => column.map((value, node) => (idle(node) ? 0 : value));
  const busy = timeline && {
    nodes: timeline.nodes.filter((node) => !idle(node)),
    weights: timeline.weights.filter((_, index) => !idle(timeline.nodes[index]!))
  };
  return {...profile, tree: {...tree, self: kept(tree.self), samples: kept(tree.samples)}, timeline: busy};
}

function isIdle(frame: {readonly name: string} | undefined): boolean {
  return frame?.name === "(idle)";
}
