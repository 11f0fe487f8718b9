import * as v from "valibot";
import {checkValue, ResultError} from "../check-value.js";
import {count} from "../schema-parts.js";
import {CallFrame} from "./call-frame.js";
import {checkNumbers, numbers} from "./numbers.js";

/** A function, called from one particular stack. */
export const CpuNode = v.object({
  id: count,
  callFrame: CallFrame,
  /** Samples that found this node at the top of the stack. */
  hitCount: v.exactOptional(count),
  /** Ids of the nodes that were called from here. */
  children: v.exactOptional(v.array(count)),
  /** Samples by line; lines count from 1. */
  positionTicks: v.exactOptional(v.array(v.object({line: count, ticks: count})))
});
export type CpuNode = v.InferOutput<typeof CpuNode>;

/**
 * A `.cpuprofile`, as V8 writes it (Chrome DevTools Protocol, `Profiler.Profile`). Times are microseconds of a
 * clock of its own. `timeDeltas[i]` is the gap before sample i, so a sample lasts until the next one.
 */
export const CpuProfile = v.object({
  nodes: v.pipe(v.array(CpuNode), v.minLength(1)),
  startTime: v.pipe(v.number(), v.finite()),
  endTime: v.pipe(v.number(), v.finite()),
  /** Ids of nodes, one a sample. */
  samples: numbers,
  timeDeltas: numbers
});
export type CpuProfile = v.InferOutput<typeof CpuProfile>;

/**
 * Checks a parsed `.cpuprofile` before it is believed, in time linear in its size.
 *
 * @param place named first in the message: a path, or what sent the profile
 * @throws ResultError that names the first place that is wrong: also for nodes that form no tree, samples of nodes
 * that do not exist, and a different number of samples and deltas
 */
export function checkCpuProfile(value: unknown, place: string): CpuProfile {
  const profile = checkValue(CpuProfile, value, place);
  checkNumbers(profile.samples, `${place}: samples`);
  checkNumbers(profile.timeDeltas, `${place}: timeDeltas`);
  const {nodes, samples, timeDeltas} = profile;
  if (samples.length !== timeDeltas.length) {
    throw new ResultError(
      `${place}: timeDeltas: expected one value a sample (${samples.length}), got ${timeDeltas.length}`
    );
  }
  parentsOf(nodes, place);
  const indexOf = indexById(nodes, place);
  for (let index = 0; index < samples.length; index++) {
    if (indexOf(samples[index]!) !== undefined) continue;
    throw new ResultError(`${place}: samples[${index}]: expected the id of a node, got ${samples[index]}`);
  }
  return profile;
}

/**
 * The caller of each node, as an index into `nodes`; -1 for the root.
 *
 * @throws ResultError unless the nodes form one tree
 */
export function parentsOf(nodes: readonly CpuNode[], place: string): Int32Array {
  const indexOf = indexById(nodes, place);
  const parents = new Int32Array(nodes.length).fill(-1);
  for (const [index, {children = []}] of nodes.entries()) {
    for (const [position, id] of children.entries()) {
      const at = `${place}: nodes[${index}].children[${position}]`;
      const child = indexOf(id);
      if (child === undefined) throw new ResultError(`${at}: expected the id of a node, got ${id}`);
      if (parents[child] !== -1) throw new ResultError(`${at}: node ${id} is called from two nodes`);
      parents[child] = index;
    }
  }
  const root = parents.indexOf(-1);
  const second = root < 0 ? -1 : parents.indexOf(-1, root + 1);
  if (second >= 0) throw new ResultError(`${place}: nodes[${second}]: expected one root, got a second`);
  checkReach(parents, place);
  return parents;
}

/**
 * Finds nodes by their ids, also for millions of samples: V8 numbers its nodes one after the other.
 *
 * @returns the index of the node; undefined for an id that no node has
 * @throws ResultError if two nodes have one id
 */
export function indexById(nodes: readonly CpuNode[], place: string): (id: number) => number | undefined {
  const highest = nodes.reduce((most, {id}) => Math.max(most, id), 0);
  const dense = highest < 4 * nodes.length + 1024 ? new Int32Array(highest + 1).fill(-1) : undefined;
  const sparse = new Map<number, number>();
  const find = (id: number) => {
    if (dense === undefined) return sparse.get(id);
    const index = dense[id] ?? -1;
    return index < 0 ? undefined : index;
  };
  for (const [index, {id}] of nodes.entries()) {
    if (find(id) !== undefined)
      throw new ResultError(`${place}: nodes[${index}].id: ${id} is the id of another node too`);
    if (dense === undefined) sparse.set(id, index);
    else dense[id] = index;
  }
  return find;
}

/** Every node has one caller or is the root, so what does not lead to the root leads in a circle. */
function checkReach(parents: Int32Array, place: string): void {
  const seen = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    let node = start;
    for (; node >= 0 && seen[node] === 0; node = parents[node]!) seen[node] = start + 1;
    if (node < 0 || seen[node] !== start + 1) continue;
    throw new ResultError(`${place}: nodes[${node}]: expected a tree, got calls that lead in a circle`);
  }
}
