import assert from "node:assert/strict";
import {test} from "node:test";
import {checkResult} from "./result.js";
import {normalFrom, syntheticRun} from "./synthetic-run.js";

test("a synthetic run passes the check that real ones pass", () => {
  const run = syntheticRun({times: {loop: 100, reduce: (size) => size / 5}, sizes: [10, 1000]});
  const machine = {id: "none", cpu: "none", cores: 1, memoryBytes: 1, os: "none", arch: "none", virtual: null};
  assert.doesNotThrow(() => checkResult({format: 1, lab: "synthetic", machine, runs: [run]}, "synthetic"));
  assert.equal(run.forks.length, 8 * 2 * 2);
});

test("the same seed gives the same run", () => {
  const options = {times: {loop: 100}, seed: 5};
  assert.deepEqual(syntheticRun(options), syntheticRun(options));
  assert.notDeepEqual(syntheticRun(options).forks, syntheticRun({...options, seed: 6}).forks);
});

test("normal numbers have the moments of the normal distribution", () => {
  const normal = normalFrom(9);
  const values = Array.from({length: 40_000}, normal);
  const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
  // Standard errors of the moments of 40,000 values are 0.005, 0.007 and 0.049.
  for (const [power, expected, tolerance] of [
    [1, 0, 0.02],
    [2, 1, 0.03],
    [4, 3, 0.2]
  ] as const) {
    assert.ok(Math.abs(moment(power) - expected) < tolerance, `moment ${power}: ${moment(power)}`);
  }
});
