import assert from "node:assert/strict";
import {test} from "node:test";
import {expectClose} from "./expect-close.js";
import {studentTCdf} from "./student-t-cdf.js";
import {studentTQuantile} from "./student-t-quantile.js";

test("shares below t are those of SciPy, to the last of the tail: scipy.stats.t.cdf(t, df)", () => {
  const expected = [
    [-2, 3, 0.06966298427942152],
    [0.1, 1, 0.5317255174305535],
    [-1e-6, 4, 0.499999625],
    [-40, 7, 7.951089992425182e-10],
    [1.96, 1000, 0.9748634075221256],
    [-1e10, 2, 5e-21],
    [3, 2.5, 0.9637119522254841]
  ] as const;
  for (const [t, df, share] of expected) expectClose(studentTCdf(t, df), share);
});

test("quantiles are those of SciPy: scipy.stats.t.ppf(p, df)", () => {
  const expected = [
    [0.975, 2, 4.302652729749462],
    [0.995, 5, 4.032142983555228],
    [1e-10, 7, -53.83557948467374],
    [0.025, 1000, -1.9623390808264085],
    [0.6, 1.5, 0.30074539256979543],
    [0.99, 1, 31.820515953773935]
  ] as const;
  for (const [p, df, t] of expected) expectClose(studentTQuantile(p, df), t);
});

test("the quantile undoes the distribution function", () => {
  for (const df of [1, 2, 3.5, 30, 400]) {
    for (const p of [1e-6, 0.001, 0.2, 0.5, 0.9]) expectClose(studentTCdf(studentTQuantile(p, df), df), p);
  }
});

test("the ends are infinite and the middle is 0", () => {
  assert.equal(studentTQuantile(0, 3), -Infinity);
  assert.equal(studentTQuantile(1, 3), Infinity);
  assert.equal(studentTQuantile(0.5, 3), 0);
  assert.equal(studentTCdf(-Infinity, 3), 0);
  assert.equal(studentTCdf(Infinity, 3), 1);
});

test("what lies outside the domain is refused", () => {
  assert.throws(() => studentTCdf(NaN, 3), new RangeError("t: expected a number, got NaN"));
  assert.throws(() => studentTCdf(1, 0), new RangeError("df: expected a finite number above 0, got 0"));
  assert.throws(() => studentTQuantile(2, 3), new RangeError("p: expected a share from 0 to 1, got 2"));
  assert.throws(() => studentTQuantile(0.1, -1), RangeError);
});
