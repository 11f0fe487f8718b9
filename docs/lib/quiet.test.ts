import assert from "node:assert/strict";
import {test} from "node:test";
import {Quiet} from "./quiet.js";

const UNKNOWN = Number.POSITIVE_INFINITY;

test("before anything was timed, the best is what was told", () => {
  assert.equal(new Quiet(3).atBest, 3);
  assert.equal(new Quiet(UNKNOWN).atBest, UNKNOWN);
});

test("the best is the shortest call in steps of the shortest chain, or what was told if that is less", () => {
  for (const [told, best] of [
    [UNKNOWN, 4],
    [3, 3],
    [5, 4]
  ] as const) {
    const quiet = new Quiet(told);
    for (const callNs of [8, 4, 6]) quiet.add(callNs, 1);
    assert.equal(quiet.atBest, best);
  }
});

test("a chain that was interrupted makes neither its own call nor the best any shorter", () => {
  const quiet = new Quiet(UNKNOWN);
  quiet.add(4, 1);
  assert.equal(quiet.add(4, 2), 4);
  assert.equal(quiet.atBest, 4);
});

test("a first chain that was interrupted is forgotten with the next", () => {
  const quiet = new Quiet(UNKNOWN);
  assert.equal(quiet.add(4, 2), 2);
  assert.equal(quiet.add(4, 1), 4);
  assert.equal(quiet.atBest, 4);
});

test("a slower clock, which slows call and chain alike, changes the figures for some batches only", () => {
  const quiet = new Quiet(UNKNOWN);
  for (let i = 0; i < 8; i++) quiet.add(4, 1);
  const slower = Array.from({length: 8}, () => quiet.add(8, 2));
  assert.deepEqual([slower[0], slower.at(-1)], [8, 4]);
  assert.equal(quiet.atBest, 4);
});
