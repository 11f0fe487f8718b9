import assert from "node:assert/strict";
import {test} from "node:test";
import {expectClose} from "./expect-close.js";
import {pairedRatio} from "./paired-ratio.js";

test("the ratio is that of SciPy: exp of ttest_ind(log(variant / baseline), zeros, equal_var=False, trim=0.2)", () => {
  const logs = [0.021, 0.018, 0.025, -0.11, 0.019, 0.022, 0.6];
  const baseline = [100, 120, 90, 95, 130, 101, 99];
  const {ratio, interval, blocks, level} = pairedRatio(
    baseline.map((value, index) => value * Math.exp(logs[index]!)),
    baseline
  );
  expectClose(ratio, Math.exp(0.021));
  expectClose(interval[0], Math.exp(0.01640177005319602));
  expectClose(interval[1], Math.exp(0.025598229946803976));
  assert.deepEqual([blocks, level], [7, 0.95]);
});

test("identical sides give exactly 1, an interval without width and a p-value of 1", () => {
  const sides = [3.7, 2.9, 3.1, 3.3, 3.2];
  assert.deepEqual(pairedRatio(sides, sides), {ratio: 1, interval: [1, 1], level: 0.95, blocks: 5, pValue: 1});
});

test("the same ratio in every block gives an interval without width and a p-value of 0", () => {
  const {interval, pValue} = pairedRatio([2, 4, 8, 16, 32], [1, 2, 4, 8, 16]);
  assert.equal(interval[0], interval[1]);
  expectClose(interval[0], 2, 1e-15);
  assert.equal(pValue, 0);
});

test("exchanging the sides inverts ratio and interval", () => {
  const [a, b] = [
    [1.1, 1.3, 1.2, 1.25, 1.4, 1.15],
    [1, 1.1, 1.05, 1, 1.2, 1.3]
  ];
  const [there, back] = [pairedRatio(a!, b!), pairedRatio(b!, a!)];
  expectClose(there.ratio, 1 / back.ratio);
  expectClose(there.interval[0], 1 / back.interval[1]);
  expectClose(there.pValue, back.pValue);
});

test("fewer than five blocks is an error that names the side", () => {
  const five = [1, 2, 3, 4, 5];
  assert.throws(() => pairedRatio([1, 2, 3, 4], five), new RangeError("variant: expected at least 5 blocks, got 4"));
  assert.throws(() => pairedRatio(five, []), new RangeError("baseline: expected at least 5 blocks, got 0"));
});

test("unequal lengths and values that cannot be times are refused", () => {
  const five = [1, 2, 3, 4, 5];
  assert.throws(
    () => pairedRatio([...five, 6], five),
    new RangeError("variant, baseline: expected equal lengths, got 6 and 5")
  );
  for (const wrong of [NaN, 0, -1, Infinity]) {
    assert.throws(
      () => pairedRatio(five, [1, 2, wrong, 4, 5]),
      new RangeError(`baseline[2]: expected a finite number above 0, got ${wrong}`)
    );
  }
});
