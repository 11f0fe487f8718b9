import assert from "node:assert/strict";
import {test} from "node:test";
import {seededRandom} from "../random.js";
import {normalFrom} from "../synthetic-run.js";
import {changePoints} from "./change-points.js";

/** Park and Miller's generator (1988) and sums of twelve numbers, so that another program can make the same series. */
function series(plan: readonly (readonly [count: number, mean: number, spread: number])[]): number[] {
  let x = 42;
  const uniform = () => {
    x = (x * 16807) % 2147483647;
    return x / 2147483647;
  };
  const normal = () => Array.from({length: 12}, uniform).reduce((sum, one) => sum + one) - 6;
  return plan.flatMap(([count, mean, spread]) => Array.from({length: count}, () => mean + spread * normal()));
}

const PLAN = [
  [30, 0.9, 0.03],
  [45, 0.5, 0.03],
  [60, 0.5, 0.12],
  [90, 0.38, 0.03],
  [75, 0.2, 0.02]
] as const;

test("change points are those of Python's ruptures 1.1.10: Pelt, min_size 5, jump 1, the same cost and penalty", () => {
  assert.deepEqual(changePoints(series(PLAN)), [30, 135, 225]);
});

test("the search finds what a search through all segmentations finds", () => {
  const random = seededRandom(5);
  const normal = normalFrom(6);
  for (let trial = 0; trial < 60; trial++) {
    const levels = Array.from({length: 4}, () => 0.3 * random());
    const values = Array.from({length: 80}, (_, index) => levels[Math.floor(index / 20)]! + 0.02 * normal());
    assert.deepEqual(changePoints(values), exhaustive(values));
  }
});

test("series that are short, empty or without any spread have no change", () => {
  assert.deepEqual(changePoints([]), []);
  assert.deepEqual(changePoints([1, 2, 3]), []);
  assert.deepEqual(changePoints(new Array(200).fill(3)), []);
});

/** The same cost and penalty by dynamic programming over every start, nothing pruned. */
function exhaustive(values: readonly number[]): number[] {
  const cost = (start: number, end: number) => {
    const part = values.slice(start, end);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const variance = part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / part.length;
    return part.length * Math.log(Math.max(variance, 0.005 ** 2));
  };
  const penalty = 15 * Math.log(values.length);
  const best = [{total: -penalty, changes: [] as number[]}];
  for (let end = 1; end <= values.length; end++) {
    best[end] = {total: Number.POSITIVE_INFINITY, changes: []};
    for (let start = 0; start + 5 <= end; start++) {
      const total = best[start]!.total + cost(start, end) + penalty;
      if (total >= best[end]!.total) continue;
      best[end] = {total, changes: start === 0 ? [] : [...best[start]!.changes, start]};
    }
  }
  return best.at(-1)!.changes;
}
