import assert from "node:assert/strict";
import {test} from "node:test";
import {clockStep} from "./clock.js";

/** A clock that moves by `stepNs`, every `reads`th time that it is read. */
function coarse(stepNs: number, reads: number): () => number {
  let read = 0;
  return () => Math.floor(read++ / reads) * stepNs;
}

test("the step of a coarse clock is found although most reads show the same time", () => {
  assert.equal(clockStep(coarse(100_000, 1000)), 100_000);
});

test("the step is the smallest of those seen", () => {
  let read = 0;
  let time = 0;
  const uneven = () => {
    read++;
    time += read % 7 === 0 ? 500 : 5000;
    return time;
  };
  assert.equal(clockStep(uneven), 500);
});

test("a very coarse clock is not taken for one that stands still", () => {
  assert.equal(clockStep(coarse(100e6, 2_100_000)), 100e6);
});

test("a clock that stands still is an error", () => {
  assert.throws(() => clockStep(() => 5), {message: "the clock of this runtime stands still"});
});
