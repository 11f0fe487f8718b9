import assert from "node:assert/strict";
import test from "node:test";
import {expectClose} from "./expect-close.js";
import {wilsonInterval} from "./wilson-interval.js";

/** scipy.stats.binomtest(k, n).proportion_ci(method="wilson"), SciPy 1.17.1. */
const known: [n: number, of: number, low: number, high: number][] = [
  [0, 100, 0, 0.03699349820698568],
  [81, 263, 0.2552885198782742, 0.36620957698280004],
  [15, 148, 0.06238639953073629, 0.16048724172330803],
  [1, 29, 0.006113214292762667, 0.17175521879320282],
  [38, 38, 0.908190131774416, 1],
  [3, 7, 0.1582198552514697, 0.7495416354723428]
];

test("the interval of a share is that of SciPy", () => {
  for (const [n, of, low, high] of known) {
    const interval = wilsonInterval(n, of);
    expectClose(interval[0], low, 1e-12);
    expectClose(interval[1], high, 1e-12);
  }
});

test("a share of nothing is an error that says so", () => {
  assert.throws(() => wilsonInterval(0, 0), /expected 0 ≤ n ≤ of and of ≥ 1, got 0 of 0/);
  assert.throws(() => wilsonInterval(3, 2), /got 3 of 2/);
});
