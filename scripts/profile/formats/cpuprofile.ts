import {callFrameOf} from "#lib/profile/call-frame.js";
import {type CpuNode, type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {fromCpuProfile} from "#lib/profile/from-cpu-profile.js";
import type {CallTree, Frame, Profile} from "#lib/profile/profile.js";
import {childrenOf} from "#lib/profile/walk-tree.js";
import {ReaderError} from "../../errors.js";
import type {Content, Format, WriteOptions} from "./format.js";
import {jsonOf} from "./text-of.js";

/** With more samples than this and no order in time, a node gets one sample of its whole weight. */
const MOST_SAMPLES = 5_000_000;

/** V8's CPU profile. */
export const cpuprofile: Format = {
  name: "cpuprofile",
  endings: [".cpuprofile"],
  read: (content: Content) => fromCpuProfile(checkCpuProfile(jsonOf(content), content.place), content.place),
  write: (profile, options) => JSON.stringify(toCpuProfile(profile, options))
};

/**
 * A profile as V8 would have recorded it. Samples without an order in time are put one after the other, node by
 * node; their number and their time are kept.
 *
 * @throws ReaderError for a profile of bytes, and for one that counts samples if no interval is given
 */
export function toCpuProfile(profile: Profile, {intervalUs}: WriteOptions = {}): CpuProfile {
  const {tree, frames, timeline, unit, title} = profile;
  if (unit === "bytes") throw new ReaderError(`${title}: a .cpuprofile holds time, this profile holds bytes`);
  if (unit === "samples" && intervalUs === undefined) {
    throw new ReaderError(
      `${title}: a .cpuprofile holds time, this profile counts samples`,
      "say how long a sample stands for: --interval 10ms"
    );
  }
  const scale = unit === "samples" ? intervalUs! : 1;
  const {nodes, weights} = timeline ?? laidOut(tree);
  const samples = Array.from(nodes, (node) => node + 1);
  const {timeDeltas, endTime} = deltasOf(weights, scale);
  return {nodes: nodesOf(tree, frames), startTime: 0, endTime, samples, timeDeltas};
}

function nodesOf(tree: CallTree, frames: readonly Frame[]): CpuNode[] {
  const {first, next} = childrenOf(tree);
  return Array.from(tree.frame, (frame, node) => {
    const children: number[] = [];
    for (let child = first[node]!; child > 0; child = next[child]!) children.push(child + 1);
    return {
      id: node + 1,
      callFrame: callFrameOf(frames[frame]),
      hitCount: Math.round(tree.samples[node]!),
      ...(children.length > 0 && {children})
    };
  });
}

/** Samples node by node, where nothing says in which order they came. */
function laidOut({self, samples}: CallTree): {nodes: readonly number[]; weights: readonly number[]} {
  const many = samples.reduce((sum, count) => sum + count, 0) > MOST_SAMPLES;
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let node = 0; node < self.length; node++) {
    if (self[node] === 0 && samples[node] === 0) continue;
    const count = many ? 1 : Math.max(1, Math.round(samples[node]!));
    for (let index = 0; index < count; index++) {
      nodes.push(node);
      weights.push(self[node]! / count);
    }
  }
  return {nodes, weights};
}

/** Whole microseconds whose sum is the rounded total: each ends where the exact sum, rounded, ends. */
function deltasOf(weights: ArrayLike<number>, scale: number): {timeDeltas: number[]; endTime: number} {
  const timeDeltas: number[] = [];
  let exact = 0;
  let before = 0;
  let now = 0;
  for (let index = 0; index < weights.length; index++) {
    timeDeltas.push(now - before);
    before = now;
    exact += weights[index]! * scale;
    now = Math.round(exact);
  }
  return {timeDeltas, endTime: now};
}
