import type {CallFrame} from "./call-frame.js";
import {type CpuProfile, indexById, parentsOf} from "./cpu-profile.js";
import type {Frame, Profile, Timeline} from "./profile.js";
import {ProfileBuilder} from "./profile-builder.js";

/**
 * A checked `.cpuprofile` as a profile in microseconds. A sample weighs the time to the next one, the last one the
 * time to the end of the recording; frames in parentheses (idle, program, garbage collector) are kept.
 *
 * V8 may hand samples over out of order, with negative deltas between them: they are put in order, and a note says so.
 */
export function fromCpuProfile(profile: CpuProfile, title: string): Profile {
  const builder = new ProfileBuilder();
  const placed = placeNodes(profile, builder, title);
  const indexOf = indexById(profile.nodes, title);
  const {order, weights, moved} = samplesInOrder(profile);
  const nodes = new Int32Array(weights.length);
  for (let index = 0; index < nodes.length; index++) {
    nodes[index] = placed[indexOf(profile.samples[order?.[index] ?? index]!)!]!;
    builder.add(nodes[index]!, weights[index]!, 1);
  }
  const timeline: Timeline = {nodes, weights};
  const were = moved === 1 ? "1 sample stood out of order and was" : `${moved} samples stood out of order and were`;
  const notes = moved === 0 ? [] : [`${were} sorted by time`];
  return builder.build({title, unit: "microseconds", timeline, notes});
}

/** A function of V8 as a frame. Lines and columns count from 1 there. */
export function frameOf({functionName, url, lineNumber, columnNumber}: CallFrame): Frame {
  return {
    name: functionName,
    file: url,
    line: Math.max(0, lineNumber + 1),
    column: Math.max(0, columnNumber + 1)
  };
}

/** @returns node of the builder by index of the node */
function placeNodes({nodes}: CpuProfile, builder: ProfileBuilder, title: string): Int32Array {
  const parents = parentsOf(nodes, title);
  const placed = new Int32Array(nodes.length).fill(-1);
  for (let start = 0; start < nodes.length; start++) {
    const path: number[] = [];
    for (let at = start; placed[at] === -1; at = parents[at]!) {
      if (parents[at] === -1) placed[at] = 0;
      else path.push(at);
    }
    for (const index of path.reverse()) {
      placed[index] = builder.node(placed[parents[index]!]!, builder.frame(frameOf(nodes[index]!.callFrame)));
    }
  }
  return placed;
}

/** The samples by time (null if they stand so), each with the microseconds to the next, and how many were moved. */
export function samplesInOrder({samples, timeDeltas, startTime, endTime}: CpuProfile) {
  const times = new Float64Array(samples.length);
  let now = startTime;
  let moved = 0;
  for (let index = 0; index < times.length; index++) {
    now += timeDeltas[index]!;
    times[index] = now;
    if (index > 0 && timeDeltas[index]! < 0) moved++;
  }
  const order = moved === 0 ? null : new Uint32Array(times.length).map((_, index) => index);
  order?.sort((a, b) => times[a]! - times[b]! || a - b);
  const at = (index: number) => times[order?.[index] ?? index]!;
  const weights = new Float64Array(times.length);
  for (let index = 0; index < times.length; index++) {
    weights[index] = (index + 1 < times.length ? at(index + 1) : Math.max(endTime, at(index))) - at(index);
  }
  return {order, weights, moved};
}
