import {frameOf} from "./from-cpu-profile.js";
import type {HeapNode, HeapProfile} from "./heap-profile.js";
import type {Profile} from "./profile.js";
import {ProfileBuilder} from "./profile-builder.js";

/** A checked `.heapprofile` as a profile in bytes: what each stack allocated, as far as the recording kept it. */
export function fromHeapProfile({head, samples}: HeapProfile, title: string): Profile {
  const builder = new ProfileBuilder();
  const counts = new Map<number, number>();
  for (const {nodeId} of samples) counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1);
  const pending: {node: HeapNode; at: number}[] = [{node: head, at: 0}];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const {node, at} = next;
    builder.add(at, node.selfSize, counts.get(node.id) ?? 0);
    for (const child of node.children) {
      pending.push({node: child, at: builder.node(at, builder.frame(frameOf(child.callFrame)))});
    }
  }
  return builder.build({title, unit: "bytes"});
}
