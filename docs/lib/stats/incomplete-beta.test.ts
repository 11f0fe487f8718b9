import assert from "node:assert/strict";
import {test} from "node:test";
import {expectClose} from "./expect-close.js";
import {incompleteBeta} from "./incomplete-beta.js";
import {logGamma} from "./log-gamma.js";

test("shares of the beta distribution are those of SciPy: scipy.special.betainc(a, b, x)", () => {
  const expected = [
    [0.3, 2, 3, 0.34829999999999994],
    [0.9, 2, 3, 0.9963],
    [0.01, 0.5, 0.5, 0.06376856085851985],
    [0.999, 30, 0.5, 0.8072373061595369],
    [1e-8, 0.5, 7, 0.00029326171288476577],
    [0.5, 100, 100, 0.5]
  ] as const;
  for (const [x, a, b, share] of expected) expectClose(incompleteBeta(x, a, b), share);
});

test("the ends are exact", () => {
  assert.equal(incompleteBeta(0, 2, 3), 0);
  assert.equal(incompleteBeta(1, 2, 3), 1);
});

test("logarithms of the gamma function are those of SciPy: scipy.special.gammaln(x)", () => {
  const expected = [
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [3.7, 1.428072326665388],
    [20, 39.339884187199495],
    [171, 706.5730622457875]
  ] as const;
  for (const [x, value] of expected) expectClose(logGamma(x), value, 1e-12);
  assert.ok(Math.abs(logGamma(1)) < 1e-13);
});

test("what lies outside the domain is refused", () => {
  assert.throws(() => incompleteBeta(1.5, 1, 1), new RangeError("x: expected a share from 0 to 1, got 1.5"));
  assert.throws(() => incompleteBeta(NaN, 1, 1), RangeError);
  assert.throws(() => incompleteBeta(0.5, 0, 1), new RangeError("a, b: expected numbers above 0, got 0 and 1"));
  assert.throws(() => logGamma(0), new RangeError("x: expected a number above 0, got 0"));
});
