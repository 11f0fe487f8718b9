import assert from "node:assert/strict";
import {test} from "node:test";
import {seededRandom, shuffle, xoshiro} from "./random.js";

test("xoshiro128** gives the numbers of the reference implementation (as the tests of Rust's rand_xoshiro have them)", () => {
  const next = xoshiro([1, 2, 3, 4]);
  assert.deepEqual(
    Array.from({length: 10}, next),
    [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]
  );
});

test("the same seed gives the same numbers, and neighbouring seeds give others", () => {
  const first = (seed: number) => Array.from({length: 4}, seededRandom(seed));
  assert.deepEqual(first(42), first(42));
  const starts = new Set([0, 1, 2, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER].map((seed) => first(seed)[0]));
  assert.equal(starts.size, 6);
});

test("numbers are in [0, 1) and fill its hundred parts evenly: chi-squared below its 99.9 % quantile", () => {
  const random = seededRandom(3);
  const counts = new Array<number>(100).fill(0);
  for (let i = 0; i < 100_000; i++) counts[Math.floor(random() * 100)]!++;
  const chiSquared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // scipy.stats.chi2.ppf([0.001, 0.999], 99)
  assert.ok(chiSquared > 61.1 && chiSquared < 148.2, `${chiSquared}`);
});

test("every order of three is equally likely: chi-squared below its 99.9 % quantile", () => {
  const random = seededRandom(4);
  const counts = new Map<string, number>();
  for (let i = 0; i < 12_000; i++) {
    const order = shuffle(["a", "b", "c"], random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  // scipy.stats.chi2.ppf(0.999, 5)
  assert.ok(chiSquared < 20.5, `${chiSquared}`);
});

test("shuffling leaves the given array as it was and loses nothing", () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  const shuffled = shuffle(items, seededRandom(1));
  assert.deepEqual(items, [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.notDeepEqual(shuffled, items);
  assert.deepEqual([...shuffled].sort(), items);
});

test("a seed that is not a whole number is refused", () => {
  for (const seed of [-1, 0.5, NaN, 2 ** 53]) {
    assert.throws(() => seededRandom(seed), new RangeError(`seed: expected a whole number ≥ 0, got ${seed}`));
  }
});
