import assert from "node:assert/strict";
import {test} from "node:test";
import {normalFrom} from "../synthetic-run.js";
import {expectClose} from "./expect-close.js";
import {unpairedRatio} from "./unpaired-ratio.js";

const A = [103.1, 101.7, 119.4, 102.3, 100.9, 104, 98.6];
const B = [95.2, 97.1, 94.4, 96, 120.3];

test("ratio, interval and p-value are those of SciPy: ttest_ind(log(a), log(b), equal_var=False, trim=0.2)", () => {
  const {ratio, interval, pValue} = unpairedRatio(A, B);
  expectClose(ratio, 1.0655327787966211);
  expectClose(interval[0], 1.0361593775298255);
  expectClose(interval[1], 1.0957388673127828);
  expectClose(pValue, 0.002228145930311211, 1e-9);
});

test("at another level, and with fewer than five values, it is still SciPy's: Welch's, nothing is trimmed", () => {
  const {ratio, interval, pValue} = unpairedRatio([3.1, 2.9, 3.3], [2.2, 2.4, 2.1, 2.5], 0.99);
  expectClose(ratio, 1.3491479280006273);
  expectClose(interval[0], 1.0804441797570374);
  expectClose(interval[1], 1.6846776221587862);
  expectClose(pValue, 0.0029014224157324336, 1e-9);
});

test("the sides may be exchanged: the ratio and its interval turn over", () => {
  const there = unpairedRatio(A, B);
  const back = unpairedRatio(B, A);
  expectClose(back.ratio, 1 / there.ratio);
  expectClose(back.interval[0], 1 / there.interval[1]);
});

test("equal values give an interval without width, and a p-value that is exactly 0 or 1", () => {
  const level = 0.95;
  assert.deepEqual(unpairedRatio([2, 2, 2], [2, 2, 2]), {ratio: 1, interval: [1, 1], level, pValue: 1});
  const {interval, pValue} = unpairedRatio([4, 4, 4], [2, 2, 2]);
  assert.deepEqual([interval[0] === interval[1], pValue], [true, 0]);
});

test("a 95 % interval holds the true ratio about 95 times in 100, whatever the sizes and spreads of the sides", () => {
  const normal = normalFrom(11);
  const draw = (n: number, spread: number) => Array.from({length: n}, () => Math.exp(spread * normal()));
  for (const [n, m, wider] of [
    [3, 3, 1],
    [5, 8, 3],
    [10, 10, 1],
    [20, 6, 0.3]
  ] as const) {
    let held = 0;
    for (let i = 0; i < 3000; i++) {
      const {interval} = unpairedRatio(draw(n, 0.01), draw(m, 0.01 * wider));
      if (interval[0] <= 1 && interval[1] >= 1) held++;
    }
    // Three standard deviations of 3000 draws, and what the approximation by Student's distribution costs.
    assert.ok(held / 3000 > 0.925 && held / 3000 < 0.985, `${n} and ${m}: ${held / 3000}`);
  }
});

test("too few values and values that are no times are refused with the side", () => {
  assert.throws(() => unpairedRatio([1, 2], A), new RangeError("variant: expected at least 3 values, got 2"));
  assert.throws(
    () => unpairedRatio(A, [1, 0, 2]),
    new RangeError("baseline[1]: expected a finite number above 0, got 0")
  );
});
