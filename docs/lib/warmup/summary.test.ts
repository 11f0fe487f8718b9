import assert from "node:assert/strict";
import {test} from "node:test";
import {normalFrom} from "../synthetic-run.js";
import {classifyProcesses} from "./classify-processes.js";
import type {Curve} from "./curve.js";
import {summaryOf} from "./summary.js";
import {syntheticCurve} from "./synthetic-curve.js";
import {checkWarmup} from "./warmup.js";
import {classWords, countWords, seriesName, timeWords} from "./warmup-words.js";

const normal = normalFrom(23);

/** A process whose calls take `slow` before, and `fast` from call `at` on; 600 calls. */
function processOf(slow: number, fast: number, at: number): Curve {
  return {
    ns: syntheticCurve(
      600,
      (i) => (i < at ? slow : fast),
      () => 0.01 * normal()
    ),
    calls: [[600, 1]]
  };
}

test("processes that agree have their class, others are inconsistent: good where all come to their best", () => {
  assert.equal(classifyProcesses(["flat", "flat"]), "flat");
  assert.equal(classifyProcesses(["flat", "warm-up"]), "good inconsistent");
  assert.equal(classifyProcesses(["warm-up", "slowdown"]), "bad inconsistent");
  assert.equal(classifyProcesses(["flat", "no steady state"]), "bad inconsistent");
  assert.throws(() => classifyProcesses([]), RangeError);
});

test("figures are those of the processes that have a steady state, and the first call is of all", () => {
  const never = {
    ns: syntheticCurve(
      600,
      (i) => (i < 560 ? 500 : 900),
      () => 0.01 * normal()
    ),
    calls: [[600, 1]]
  } as Curve;
  const summary = summaryOf({processes: [processOf(5000, 1000, 50), processOf(5000, 1000, 150), never]});
  assert.equal(summary.class, "bad inconsistent");
  assert.ok(Math.abs(summary.steady!.middle / 1000 - 1) < 0.01);
  assert.ok(Math.abs(summary.callsBefore!.least - 50) <= 2 && Math.abs(summary.callsBefore!.most - 150) <= 2);
  assert.ok(Math.abs(summary.timeBefore!.most / (150 * 5000) - 1) < 0.03);
  assert.equal(summary.first.least, never.ns[0]);
  assert.deepEqual(summary.calls, {least: 600, middle: 600, most: 600});
  assert.match(classWords(summary), /^bad inconsistent: 2 warm-up, 1 no steady state$/);
});

test("last levels in two groups are told", () => {
  const groups = [1000, 1000, 1000, 1000, 2000, 2000, 2000, 2000].map((fast) => processOf(9000, fast, 60));
  assert.equal(summaryOf({processes: groups}).twoModes, true);
  assert.equal(summaryOf({processes: groups.slice(0, 4)}).twoModes, false);
});

test("spreads are said with their unit once", () => {
  assert.equal(timeWords({least: 14_650, middle: 14_700, most: 15_100}), "14.7 µs (14.7 to 15.1)");
  assert.equal(timeWords({least: 900, middle: 1100, most: 1200}), "1.10 µs (900 ns to 1.20 µs)");
  assert.equal(countWords({least: 187, middle: 207, most: 1226}), "207 (187 to 1,226)");
  assert.equal(countWords({least: 0, middle: 0, most: 0}), "none");
  assert.equal(timeWords({least: 0, middle: 0, most: 2e6}), "none (none to 2.00 ms)");
  assert.equal(timeWords(null), "–");
  const runtime = {name: "node", version: "24.1.0", engine: "V8", flags: []};
  assert.equal(seriesName({runtime, tier: "interpreter"}), "Node 24, interpreter only");
  assert.equal(seriesName({runtime, tier: "default"}, true), "Node 24.1.0");
});

test("a file whose points and calls do not fit is refused with its place", () => {
  const machine = {id: "m", cpu: "c", cores: 2, memoryBytes: 1, os: "o", arch: "a", virtual: null};
  const one = {
    ...{runtime: {name: "node", version: "24.1.0", engine: "V8", flags: []}, tier: "default", variant: "a", size: 1},
    ...{unit: "step", hash: "0".repeat(64), started: "2026-01-01T00:00:00.000Z", seed: 1, clockStepNs: 30, load: null},
    failures: []
  };
  const file = (curve: object) => ({warmup: 1, lab: "a", machine, series: [{...one, processes: [curve]}]});
  assert.equal(checkWarmup(file({ns: [1, 2], calls: [[2, 1]]}), "f").series.length, 1);
  assert.throws(() => checkWarmup(file({ns: [1, 2], calls: [[3, 1]]}), "f.json"), {
    message: "f.json: series[0].processes[0].calls: expected one value a point (2), got 3"
  });
  assert.throws(
    () => checkWarmup(file({ns: [1, 0], calls: [[2, 1]]}), "f.json"),
    /f\.json: series\[0\]\.processes\[0\]\.ns\[1\]/
  );
  assert.throws(() => checkWarmup({...file({ns: [1], calls: [[1, 1]]}), warmup: 2}, "f.json"), /f\.json: warmup/);
});
