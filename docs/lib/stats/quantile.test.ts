import assert from "node:assert/strict";
import {test} from "node:test";
import {expectClose} from "./expect-close.js";
import {median} from "./median.js";
import {quantile} from "./quantile.js";

const VALUES = [3.1, 2.7, 9.4, 3.3, 2.9, 3.0, 3.6, 2.2, 3.2, 4.1];

test("quantiles are those of NumPy: numpy.quantile(values, p)", () => {
  const expected = [
    [0, 2.2],
    [0.1, 2.65],
    [0.25, 2.925],
    [0.5, 3.15],
    [0.9, 4.63],
    [1, 9.4]
  ] as const;
  for (const [p, value] of expected) expectClose(quantile(VALUES, p), value);
});

test("the median of one value is that value, of two their mean", () => {
  assert.equal(median([7]), 7);
  assert.equal(median([4, 1]), 2.5);
});

test("the order of the values is left as it was", () => {
  const values = [3, 1, 2];
  median(values);
  assert.deepEqual(values, [3, 1, 2]);
});

test("numbers are ordered as numbers, not as text", () => {
  assert.equal(median([10, 9, 100]), 10);
});

test("no value, a value that is not finite and a share beyond 1 are refused by name", () => {
  assert.throws(() => median([]), new RangeError("values: expected at least one, got none"));
  assert.throws(() => median([1, NaN]), new RangeError("values[1]: expected a finite number, got NaN"));
  assert.throws(() => median([Infinity]), new RangeError("values[0]: expected a finite number, got Infinity"));
  assert.throws(() => quantile([1], 1.1), new RangeError("p: expected a share from 0 to 1, got 1.1"));
  assert.throws(() => quantile([1], NaN), RangeError);
});
