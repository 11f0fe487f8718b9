import assert from "node:assert/strict";
import {test} from "node:test";
import {strip} from "./strip.js";

test("a strip has one place a character, its middle at the centre, and names its reach", () => {
  assert.deepEqual(strip([1.5], 1.5, 5), {dots: "  ·  ", reach: "±1 %"});
  assert.deepEqual(strip([1 / 1.05, 1.05], 1, 11), {dots: "·    │    ·", reach: "±5 %"});
  assert.deepEqual(strip([0.5, 0.5, 2, 2, 2, 2], 1, 5), {dots: "• │ ●", reach: "÷2 ×2"});
});

test("two modes show as two heaps with nothing between them", () => {
  const {dots} = strip([1, 1.001, 0.999, 1.4, 1.401, 1.399], 1.18, 21);
  assert.match(dots, /^ +[·•●]+ +│ +[·•●]+ +$/);
});

test("no ratio falls off the strip", () => {
  for (const far of [1.0099, 1.01, 4.99, 1000, 1e6, 1e-6]) {
    const {dots} = strip([far, 1], 1, 11);
    assert.equal(dots.length, 11);
    assert.equal(dots.replace(/[^·]/g, "").length, 2, String(far));
  }
});

test("a process may have more samples than a call can take arguments", () => {
  const {dots, reach} = strip(new Array<number>(400_000).fill(1.5), 1, 5);
  assert.deepEqual([dots, reach], ["  │ ●", "±50 %"]);
});
