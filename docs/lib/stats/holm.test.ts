import assert from "node:assert/strict";
import {test} from "node:test";
import {expectClose} from "./expect-close.js";
import {holm} from "./holm.js";

test("what is rejected is what statsmodels rejects: multipletests(p, 0.05, 'holm')", () => {
  const families = [
    {p: [0.04, 0.001, 0.03, 0.2, 0.012], reject: [false, true, false, false, true]},
    {p: [0.04, 0.001, 0.015, 0.2, 0.012], reject: [false, true, true, false, true]}
  ];
  for (const {p, reject} of families) {
    const shares = holm(p);
    assert.deepEqual(
      p.map((value, index) => value <= shares[index]!),
      reject
    );
  }
});

test("the first that does not reject passes its share on to the rest", () => {
  const shares = holm([0.04, 0.001, 0.03, 0.2, 0.012]);
  const expected = [0.05 / 3, 0.05 / 5, 0.05 / 3, 0.05 / 3, 0.05 / 4];
  for (const [index, share] of expected.entries()) expectClose(shares[index]!, share, 1e-15);
});

test("one test alone has the whole alpha, and no test has none", () => {
  assert.deepEqual(holm([0.3]), [0.05]);
  assert.deepEqual(holm([]), []);
});

test("a p-value that is not a share is refused by its place", () => {
  assert.throws(() => holm([0.1, NaN]), new RangeError("pValues[1]: expected a share from 0 to 1, got NaN"));
  assert.throws(() => holm([0.1], 0), new RangeError("alpha: expected a share between 0 and 1, got 0"));
});
