import assert from "node:assert/strict";
import {test} from "node:test";
import {measuredInBenchmark, measuredInRun, measuredRatio} from "./compare-measured.js";
import type {Benchmark} from "./imported.js";
import type {Run} from "./result.js";
import {SYNTHETIC_MACHINE as machine, type SyntheticOptions, syntheticRun} from "./synthetic-run.js";

const first = (options: Partial<SyntheticOptions> = {}, change: Partial<Run> = {}) =>
  measuredInRun("lab", machine, {...syntheticRun({times: {a: 100}, blocks: 8, ...options}), ...change})[0]!;

function benchmark(change: Partial<Benchmark> = {}): Benchmark {
  const processes = [100, 101, 102, 103].map((value) => ({samples: [value]}));
  return {name: "lab/a", parameters: {size: "1000"}, metric: null, unit: "ns/op", processes, facts: {}, ...change};
}

function ratioOf(...sides: Parameters<typeof measuredRatio>) {
  const ratio = measuredRatio(...sides);
  assert.ok(typeof ratio !== "string", String(ratio));
  return ratio;
}

test("blocks of the same seed are paired, also of other code or another runtime; of another seed they are not", () => {
  assert.equal(ratioOf(first(), first({times: {a: 110}})).method, "paired");
  assert.equal(ratioOf(first(), first({seed: 2})).method, "unpaired");
  assert.equal(ratioOf(first(), first({}, {hash: "1".repeat(64)})).method, "paired");
  assert.equal(ratioOf(first(), first({runtime: {name: "bun", version: "1.3.1"}})).method, "paired");
});

test("fewer than five common blocks are not paired", () => {
  assert.equal(ratioOf(first({blocks: 4}), first()).method, "unpaired");
});

test("steps of the reference chain count on one runtime and one machine, and time elsewhere", () => {
  assert.equal(ratioOf(first(), first({seed: 2})).scale, "reference");
  assert.equal(ratioOf(first(), first({runtime: {version: "26.1.0"}})).scale, "time");
  assert.equal(ratioOf(first({kind: "io"}), first({kind: "io"})).scale, "time");
  const elsewhere = measuredInRun("lab", {...machine, cpu: "Another"}, syntheticRun({times: {a: 100}}))[0]!;
  assert.equal(ratioOf(first(), elsewhere).scale, "time");
});

test("a clock that ran slower the other day is no difference in steps of the chain", () => {
  const slowed = syntheticRun({times: {a: 100}, seed: 2, blocks: 8});
  const forks = slowed.forks.map((fork) => ({
    ...fork,
    samplesNs: fork.samplesNs.map((ns) => ns * 1.3),
    referenceNs: fork.referenceNs.map((ns) => ns * 1.3)
  }));
  const {ratio} = ratioOf(measuredInRun("lab", machine, {...slowed, forks})[0]!, first());
  assert.ok(Math.abs(ratio - 1) < 0.01, String(ratio));
});

test("what another tool measured of the same thing has the same key, however it joins the parts of the name", () => {
  const {key} = first();
  for (const name of ["lab/a", "lab.a", "Lab/a"]) assert.equal(measuredInBenchmark(benchmark({name})).key, key);
  assert.notEqual(measuredInBenchmark(benchmark({parameters: {size: "10"}})).key, key);
});

test("of one process that counts its samples, each iteration is one value, and how often a sample was seen counts", () => {
  const counted = {samples: [100, 5000, 110, 9000], counts: [1000, 1, 999, 2], iterations: [2, 2]};
  const values = (process: typeof counted | Omit<typeof counted, "iterations">) =>
    measuredInBenchmark(benchmark({processes: [process]})).values;
  assert.deepEqual(values(counted), [100, 110]);
  const {iterations: _, ...whole} = counted;
  assert.deepEqual(values(whole), [110]);
});

test("a time and operations a second are compared as times, whatever their units", () => {
  const processes = [9.9, 10, 10.1].map((value) => ({samples: [value]}));
  const rate = measuredInBenchmark(benchmark({unit: "ops/us", processes}));
  const {ratio} = ratioOf(measuredInBenchmark(benchmark()), rate);
  assert.ok(Math.abs(ratio - 1.015) < 0.002, String(ratio));
});

test("bytes are not compared with nanoseconds, and values that are not above 0 with nothing", () => {
  const bytes = measuredInBenchmark(benchmark({unit: "B/op"}));
  assert.match(String(measuredRatio(bytes, first())), /counted in ns, the other in B/);
  const zero = measuredInBenchmark(benchmark({processes: [0, 1, 2].map((value) => ({samples: [value]}))}));
  assert.match(String(measuredRatio(zero, first())), /not above 0/);
});

test("one process is told as such, and two processes are too few", () => {
  const one = measuredInBenchmark(benchmark({processes: [{samples: [1, 2, 3, 4]}]}));
  assert.deepEqual([one.oneProcess, one.values.length], [true, 4]);
  const two = measuredInBenchmark(benchmark({processes: [{samples: [1]}, {samples: [2]}]}));
  assert.equal(measuredRatio(two, first()), "an interval needs 3 processes a side, one has 2");
});
