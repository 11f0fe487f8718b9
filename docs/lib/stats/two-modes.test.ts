import assert from "node:assert/strict";
import {test} from "node:test";
import {normalFrom} from "../synthetic-run.js";
import {twoModes} from "./two-modes.js";

const normal = normalFrom(11);
const COUNTS = [6, 7, 8, 10, 15, 25, 40];

const ONE_GROUP: {readonly [name: string]: () => number} = {
  normal: () => 1 + 0.1 * normal(),
  lognormal: () => Math.exp(0.3 * normal()),
  "Student's t with 3 degrees of freedom": () =>
    Math.exp((0.1 * normal()) / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3))
};

for (const [name, draw] of Object.entries(ONE_GROUP)) {
  test(`one group is called two in at most about 2 of 100: ${name}`, () => {
    for (const n of COUNTS) {
      const share = calledTwo(() => Array.from({length: n}, draw), 1500);
      assert.ok(share <= 0.02, `${n} values: ${share}`);
    }
  });
}

test("two groups of a spread of 1 %, 1.3 times apart, are found wherever both have two members", () => {
  for (const n of COUNTS) {
    for (const slow of [2, Math.floor(n / 2), n - 2]) {
      const draw = (_: unknown, index: number) => (index < slow ? 1.3 : 1) * Math.exp(0.01 * normal());
      const share = calledTwo(() => Array.from({length: n}, draw), 200);
      assert.ok(share >= 0.98, `${slow} of ${n} values: ${share}`);
    }
  }
});

test("a single outlier is not a group", () => {
  assert.equal(twoModes([1, 1.01, 0.99, 1.005, 0.995, 1.6]), false);
});

test("two groups without any spread are found, and groups less than 5 % apart are not worth the name", () => {
  assert.equal(twoModes([1, 1, 1, 2, 2, 2]), true);
  assert.equal(twoModes([1, 1, 1, 1.04, 1.04, 1.04]), false);
  assert.equal(twoModes([1, 1, 1, 1, 1, 1]), false);
});

test("five values are too few to tell", () => {
  assert.equal(twoModes([1, 1, 1, 2, 2]), false);
});

test("a value that is not above 0 is refused", () => {
  assert.throws(() => twoModes([1, 1, 1, 1, 1, 0]), RangeError);
  assert.throws(() => twoModes([]), RangeError);
});

function calledTwo(draw: () => number[], samples: number): number {
  let called = 0;
  for (let i = 0; i < samples; i++) if (twoModes(draw())) called++;
  return called / samples;
}
