import type {Profile} from "../profile/profile.js";
import type {FlightThread} from "./flight.js";

/**
 * The profile of a stretch of time: a sample counts with the part of it that lies within. Frames and nodes keep their
 * indexes.
 */
export function profileWithin({profile, times}: FlightThread, from: number, to: number): Profile {
  const {tree, timeline} = profile;
  const self = new Float64Array(tree.frame.length);
  const samples = new Float64Array(tree.frame.length);
  const {nodes, weights} = timeline!;
  for (let index = firstWithin(times, weights, from); index < times.length && times[index]! < to; index++) {
    const end = times[index]! + weights[index]! / 1000;
    const within = Math.min(to, end) - Math.max(from, times[index]!);
    if (within <= 0) continue;
    self[nodes[index]!]! += within * 1000;
    samples[nodes[index]!]!++;
  }
  return {...profile, tree: {...tree, self, samples}, timeline: null};
}

/** The first sample that has not ended before. Samples do not overlap, so their ends are in order too. */
function firstWithin(times: Float64Array, weights: Float64Array, from: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! + weights[middle]! / 1000 < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
