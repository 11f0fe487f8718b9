import assert from "node:assert/strict";
import {test} from "node:test";
import {expectClose} from "./expect-close.js";
import {mean} from "./mean.js";
import {trimmedMean} from "./trimmed-mean.js";

const VALUES = [3.1, 2.7, 9.4, 3.3, 2.9, 3.0, 3.6, 2.2, 3.2, 4.1];

test("trimmed means are those of SciPy: scipy.stats.trim_mean(values, trim)", () => {
  expectClose(trimmedMean(VALUES, 0.2), 3.1833333333333336);
  expectClose(trimmedMean(VALUES, 0.1), 3.2375);
  expectClose(trimmedMean([0.021, 0.018, 0.025, -0.11, 0.019, 0.022, 0.6]), 0.021);
});

test("nothing trimmed is the plain mean", () => {
  expectClose(trimmedMean(VALUES, 0), 3.75);
});

test("the mean of equal values is exactly that value, though their sum is rounded", () => {
  assert.notEqual((0.1 + 0.1 + 0.1) / 3, 0.1);
  assert.equal(mean([0.1, 0.1, 0.1]), 0.1);
  assert.equal(trimmedMean([0.1, 0.1, 0.1, 0.1, 0.1]), 0.1);
});

test("a trim of one half or of NaN is refused, as is the mean of nothing", () => {
  assert.throws(() => trimmedMean(VALUES, 0.5), new RangeError("trim: expected a share from 0 to below 0.5, got 0.5"));
  assert.throws(() => trimmedMean(VALUES, NaN), RangeError);
  assert.throws(() => trimmedMean([]), RangeError);
  assert.throws(() => mean([]), RangeError);
});
