import assert from "node:assert/strict";
import {test} from "node:test";
import {seededRandom} from "../random.js";
import {dominators, type References} from "./dominators.js";

const graphOf = (edges: readonly (readonly number[])[]): References => {
  const firstEdge = new Uint32Array(edges.length + 1);
  for (const [node, to] of edges.entries()) firstEdge[node + 1] = firstEdge[node]! + to.length;
  return {firstEdge, edgeTo: Uint32Array.from(edges.flat())};
};

/** By what the word means: `a` dominates `b` if `b` cannot be reached once `a` is gone. */
function reached(edges: readonly (readonly number[])[], without: number): Set<number> {
  const seen = new Set<number>();
  const pending = without === 0 ? [] : [0];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    pending.push(...edges[node]!.filter((to) => to !== without));
  }
  return seen;
}

test("the ways to a shared node part at its dominator, and a weak reference is no way", () => {
  const edges = [[1, 2], [3], [3], [4], [], [4]];
  const all = dominators(graphOf(edges), () => true);
  assert.deepEqual([...all.parents], [-1, 0, 0, 0, 3, -1]);
  assert.equal(all.order.at(-1), 0);
  const weak = dominators(graphOf(edges), (edge) => edge !== 1);
  assert.deepEqual([...weak.parents], [-1, 0, -1, 1, 3, -1]);
});

test("in random graphs the parents are those that removal of each node finds", () => {
  const random = seededRandom(20_261_201);
  for (let round = 0; round < 60; round++) {
    const count = 2 + Math.floor(random() * 24);
    const edges = Array.from({length: count}, () =>
      Array.from({length: Math.floor(random() * 4)}, () => Math.floor(random() * count))
    );
    const {parents} = dominators(graphOf(edges), () => true);
    const whole = reached(edges, -1);
    const above = (node: number): number[] => (parents[node]! < 0 ? [] : [parents[node]!, ...above(parents[node]!)]);
    for (let node = 1; node < count; node++) {
      if (!whole.has(node)) assert.equal(parents[node], -1);
      else {
        const expected = [...whole].filter((other) => other !== node && !reached(edges, other).has(node));
        assert.deepEqual(
          above(node).sort((a, b) => a - b),
          expected.sort((a, b) => a - b),
          JSON.stringify(edges)
        );
      }
    }
  }
});

test("a list of a hundred thousand that all refer to one is no matter of the stack, nor of its length squared", () => {
  const count = 100_000;
  const shared = count;
  const edges = Array.from({length: count + 1}, (_, node) => (node < count - 1 ? [node + 1, shared] : []));
  const {parents} = dominators(graphOf(edges), () => true);
  assert.deepEqual([parents[count - 1], parents[shared]], [count - 2, 0]);
});
