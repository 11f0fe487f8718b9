import assert from "node:assert/strict";
import {test} from "node:test";
import {expectClose} from "./expect-close.js";
import {winsorizedVariance} from "./winsorized-variance.js";

test("variances are those of SciPy: scipy.stats.mstats.winsorize(values, (0.2, 0.2)).var(ddof=1)", () => {
  expectClose(winsorizedVariance([3.1, 2.7, 9.4, 3.3, 2.9, 3.0, 3.6, 2.2, 3.2, 4.1]), 0.08988888888888893);
  expectClose(winsorizedVariance([0.021, 0.018, 0.025, -0.11, 0.019, 0.022, 0.6]), 9.142857142857149e-6);
});

test("a single outlier of five values changes nothing", () => {
  assert.equal(winsorizedVariance([1, 2, 3, 4, 5]), winsorizedVariance([1, 2, 3, 4, 500]));
});

test("equal values have a variance of exactly 0", () => {
  assert.equal(winsorizedVariance([0.1, 0.1, 0.1]), 0);
});

test("one value alone is refused", () => {
  assert.throws(() => winsorizedVariance([1]), new RangeError("values: expected at least 2, got 1"));
});
