import * as v from "valibot";
import {checkValue} from "../check-value.js";
import {count, nonNegative} from "../schema-parts.js";
import {CallFrame} from "./call-frame.js";

/** Bytes that were allocated at one particular stack. */
export interface HeapNode {
  readonly callFrame: CallFrame;
  /** Bytes allocated by the function itself, called from this stack. */
  readonly selfSize: number;
  readonly id: number;
  readonly children: readonly HeapNode[];
}

/** A `.heapprofile`, as V8 writes it (Chrome DevTools Protocol, `HeapProfiler.SamplingHeapProfile`). */
export interface HeapProfile {
  readonly head: HeapNode;
  /** In order of `ordinal`, which counts allocations. */
  readonly samples: readonly HeapSample[];
}

const HeapSample = v.object({
  /** Bytes, scaled up to what the sample stands for. */
  size: nonNegative,
  nodeId: count,
  ordinal: count
});
export type HeapSample = v.InferOutput<typeof HeapSample>;

/** A node without what lies below it: the tree may be deeper than the stack of this program. */
const Bare = v.object({callFrame: CallFrame, selfSize: nonNegative, id: count, children: v.array(v.unknown())});
const Outside = v.object({head: v.unknown(), samples: v.optional(v.array(HeapSample), [])});

/** The position of a node that is being checked, from the root. */
interface Place {
  readonly above: Place | null;
  readonly position: number;
}

/**
 * Checks a parsed `.heapprofile` before it is believed, in time linear in its size and however deep it is.
 *
 * @param place named first in the message
 * @throws ResultError that names the first place that is wrong
 */
export function checkHeapProfile(value: unknown, place: string): HeapProfile {
  const {head, samples} = checkValue(Outside, value, place);
  const pending: {node: unknown; at: Place}[] = [{node: head, at: {above: null, position: 0}}];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const {node, at} = next;
    const checked = v.is(Bare, node) ? node : checkValue(Bare, node, `${place}: ${pathOf(at)}`);
    for (const [position, child] of checked.children.entries()) pending.push({node: child, at: {above: at, position}});
  }
  return {head: head as HeapNode, samples};
}

function pathOf(place: Place): string {
  const steps: string[] = [];
  for (let at = place; at.above !== null; at = at.above) steps.push(`.children[${at.position}]`);
  return `head${steps.reverse().join("")}`;
}
