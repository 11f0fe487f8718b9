import assert from "node:assert/strict";
import test from "node:test";
import type {PairOutcome} from "./engine-result.js";
import {countPairs, deadNoticed, ladderFit, orderBias} from "./summary.js";

function pair(pair: PairOutcome["pair"], ratio: number | null, different: boolean, same = false): PairOutcome {
  return {tool: "hotpath", pair, ratio, different, same, said: "", seconds: 1};
}

const nOf = (pairs: PairOutcome[], what: string) => {
  const count = countPairs(pairs).find((one) => one.what === what)!;
  return [count.n, count.of];
};

test("a difference that is called in the wrong direction is not found", () => {
  const pairs = [pair("plus-2", 1.02, true), pair("plus-2", 0.98, true), pair("plus-2", 1.02, false)];
  assert.deepEqual(nOf(pairs, "found"), [1, 3]);
  assert.deepEqual(nOf(pairs, "wrong direction"), [1, 3]);
});

test("a pair without an answer is neither the same nor different, but it is counted", () => {
  const pairs = [pair("identical", null, false), pair("identical", 1, false, true)];
  assert.deepEqual(nOf(pairs, "same"), [1, 2]);
  assert.deepEqual(nOf(pairs, "different"), [0, 2]);
});

test("the bias by position is a factor, in whichever direction company changes the figure", () => {
  const outcome = (positions: number[][]) => ({
    order: [{tool: "mitata" as const, pattern: "shapes" as const, variant: "plain", alone: 100, positions}]
  });
  assert.equal(orderBias(outcome([[100], [125], [110]]), "mitata", "shapes"), 1.25);
  assert.equal(orderBias(outcome([[100], [50], [110]]), "mitata", "shapes"), 2);
  assert.equal(orderBias(outcome([[100], [50], [110]]), "mitata", "wrappers"), null);
});

test("a constant added to every time does not count as an error of the slope", () => {
  const steps = [1000, 2000, 4000, 8000];
  const {slopeError, residual} = ladderFit({tool: "mitata", steps, times: steps.map((n) => 30 + 2 * n), truth: 2});
  assert.ok(Math.abs(slopeError) < 1e-12 && residual < 1e-12);
});

test("a ladder that bends has the slope and the residual that numpy.polyfit gives it", () => {
  const ladder = {tool: "mitata" as const, steps: [1000, 2000, 4000, 8000], times: [1100, 2000, 4100, 8300], truth: 1};
  const {slopeError, residual} = ladderFit(ladder);
  assert.ok(Math.abs(slopeError - 0.03565217391304376) < 1e-12);
  assert.ok(Math.abs(residual - 0.06640316205533757) < 1e-12);
});

test("a tool that flags live work has raised a false alarm", () => {
  const outcome = (kernel: string, noticed: boolean) => ({tool: "mitata" as const, kernel, noticed, said: ""});
  const dead = [outcome("live", true), outcome("unused-sum", true), outcome("unused-root", false)];
  assert.deepEqual(deadNoticed({dead}, "mitata"), {noticed: 1, of: 2, falseAlarm: true});
});
