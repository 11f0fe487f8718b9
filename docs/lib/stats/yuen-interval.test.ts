import assert from "node:assert/strict";
import {test} from "node:test";
import {seededRandom} from "../random.js";
import {normalFrom} from "../synthetic-run.js";
import {expectClose} from "./expect-close.js";
import {yuenInterval} from "./yuen-interval.js";

const RATIOS = [0.021, 0.018, 0.025, -0.11, 0.019, 0.022, 0.6];

test("intervals are those of SciPy: ttest_ind(values, zeros, equal_var=False, trim=0.2).confidence_interval(level)", () => {
  const at95 = yuenInterval(RATIOS);
  expectClose(at95.estimate, 0.021);
  expectClose(at95.low, 0.01640177005319602);
  expectClose(at95.high, 0.025598229946803976);
  const at99 = yuenInterval([3.1, 2.7, 9.4, 3.3, 2.9, 3.0, 3.6, 2.2, 3.2, 4.1], 0.99);
  expectClose(at99.low, 2.5211937401652103);
  expectClose(at99.high, 3.845472926501457);
});

test("p-values are those of SciPy: ttest_ind(values, zeros, equal_var=False, trim=0.2).pvalue", () => {
  expectClose(yuenInterval(RATIOS).pValue, 0.0002227840076414098);
  expectClose(yuenInterval([3.1, 2.7, 9.4, 3.3, 2.9, 3.0, 3.6, 2.2, 3.2, 4.1]).pValue, 6.739969836865823e-6);
});

test("the interval at the level 1 - p ends at 0", () => {
  const {pValue, estimate} = yuenInterval(RATIOS);
  assert.ok(Math.abs(yuenInterval(RATIOS, 1 - pValue).low) < 1e-8 * estimate);
});

test("equal values give an interval without width, and a p-value that is exactly 0 or 1", () => {
  assert.deepEqual(yuenInterval([0.1, 0.1, 0.1, 0.1, 0.1]), {estimate: 0.1, low: 0.1, high: 0.1, pValue: 0});
  assert.deepEqual(yuenInterval([0, 0, 0, 0, 0]), {estimate: 0, low: 0, high: 0, pValue: 1});
});

test("one outlier among five values does not move the interval", () => {
  assert.deepEqual(yuenInterval([1, 2, 3, 4, 5]), yuenInterval([1, 2, 3, 4, 1e6]));
});

test("too few values, a value that is not a number and an impossible level are refused", () => {
  assert.throws(() => yuenInterval([1]), new RangeError("values: expected at least 2 that are kept, got 1 of 1"));
  assert.throws(() => yuenInterval([1, 2, 3, 4, NaN]), new RangeError("values[4]: expected a finite number, got NaN"));
  assert.throws(() => yuenInterval(RATIOS, 1), new RangeError("level: expected a share between 0 and 1, got 1"));
});

/**
 * How often the 95 % interval holds the centre, from 200,000 samples each of an implementation in NumPy
 * (numpy.random.default_rng(3), scipy.stats.t.ppf): for 5, 6, 10 and 30 values.
 */
const COVERAGE = {
  normal: [0.9375, 0.9414, 0.9408, 0.9475],
  "Student's t with 3 degrees of freedom": [0.9474, 0.9514, 0.9499, 0.95],
  "normal, a tenth of it ten times as wide": [0.9441, 0.9471, 0.9477, 0.9498]
};

const normal = normalFrom(7);
const random = seededRandom(8);
const DRAW: {readonly [name in keyof typeof COVERAGE]: () => number} = {
  normal,
  "Student's t with 3 degrees of freedom": () =>
    normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3),
  "normal, a tenth of it ten times as wide": () => normal() * (random() < 0.1 ? 10 : 1)
};

for (const [name, coverages] of Object.entries(COVERAGE)) {
  test(`a 95 % interval holds the centre about 95 times in 100: ${name}`, () => {
    const draw = DRAW[name as keyof typeof COVERAGE];
    for (const [index, n] of [5, 6, 10, 30].entries()) {
      const seen = coverage(draw, n, 2500);
      const expected = coverages[index]!;
      const tolerance = 3.5 * Math.sqrt((expected * (1 - expected)) / 2500);
      assert.ok(Math.abs(seen - expected) < tolerance, `${n} values: ${seen}, expected ${expected} ± ${tolerance}`);
      assert.ok(Math.abs(seen - 0.95) < 0.025 + tolerance, `${n} values: ${seen}`);
    }
  });
}

function coverage(draw: () => number, n: number, samples: number): number {
  let held = 0;
  for (let i = 0; i < samples; i++) {
    const {low, high} = yuenInterval(Array.from({length: n}, draw));
    if (low <= 0 && high >= 0) held++;
  }
  return held / samples;
}
