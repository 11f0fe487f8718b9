import assert from "node:assert/strict";
import {test} from "node:test";
import type {Fork} from "./result.js";
import {atBestOf, isDisturbed, undisturbed, undisturbedForks} from "./undisturbed.js";

/** A fork whose empty calls take so many nanoseconds, beside a chain of `stepNs` a step. */
function fork(emptyCallNs: number, stepNs = 1): Fork {
  return {
    block: 0,
    order: 0,
    variant: "a",
    size: 1,
    iterations: 1,
    samplesNs: [1, 1, 1],
    referenceNs: [stepNs, stepNs, stepNs],
    dropped: 0,
    collections: null,
    steady: true,
    emptyCallNs,
    clockStepNs: 1
  };
}

test("the best is the shortest empty call in steps of the shortest chain", () => {
  assert.equal(atBestOf([]), Number.POSITIVE_INFINITY);
  assert.equal(atBestOf([fork(8), fork(4), fork(6)]), 4);
});

test("a fork whose chain ran in slow code makes no other look disturbed", () => {
  const forks = [fork(4), fork(4, 2), fork(4.2)];
  const atBest = atBestOf(forks);
  assert.deepEqual(
    forks.map((one) => isDisturbed(one, atBest)),
    [false, false, false]
  );
});

test("a fork at a lower frequency, which slows both, is not disturbed; one with slower calls is", () => {
  const atBest = atBestOf([fork(4)]);
  assert.equal(isDisturbed(fork(8, 2), atBest), false);
  assert.equal(isDisturbed(fork(6), atBest), true);
});

test("pairs with a disturbed side are left out where eight others remain", () => {
  const quiet = Array.from({length: 8}, () => [fork(4), fork(4)] as const);
  const half = [fork(4), fork(8)] as const;
  assert.deepEqual(undisturbed([...quiet, half]), quiet);
  assert.equal(undisturbed([...quiet.slice(1), half]).length, 8);
});

test("of single forks the disturbed ones are left out, or none", () => {
  const quiet = Array.from({length: 8}, () => fork(4));
  assert.deepEqual(undisturbedForks([fork(9), ...quiet]), quiet);
  assert.equal(undisturbedForks([fork(9), ...quiet.slice(1)]).length, 8);
});
