import assert from "node:assert/strict";
import {test} from "node:test";
import type {Fork, Machine, Run} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {warningsOf} from "./warnings.js";

const machine: Machine = {id: "m", cpu: "c", cores: 2, memoryBytes: 1, os: "o", arch: "x64", virtual: null};
const run = syntheticRun({times: {loop: 1000, reduce: 2000}});

function texts(change: Partial<Run>): string[] {
  return warningsOf({...run, ...change}, machine).map(({text}) => text);
}

function withForks(change: Partial<Fork>, of = "reduce"): Partial<Run> {
  return {forks: run.forks.map((fork) => (fork.variant === of ? {...fork, ...change} : fork))};
}

test("a clean run has no warnings", () => {
  assert.deepEqual(texts({}), []);
});

test("forks that were not steady are named with their size", () => {
  assert.deepEqual(texts(withForks({steady: false})), ["not steady when their timing began: reduce at 1,000"]);
});

test("dropped batches are told as a share of all", () => {
  assert.deepEqual(texts(withForks({dropped: 15})), ["60 % of the batches were disturbed by other work and dropped"]);
  assert.deepEqual(texts(withForks({dropped: 5})), []);
});

test("processes whose reference chain ran in slow code are counted, a chain that follows the clock is not", () => {
  const slower = (factor: number) => ({
    forks: run.forks.map((fork, index) =>
      index === 0 ? {...fork, referenceNs: fork.referenceNs.map((ns) => ns * factor)} : fork
    )
  });
  assert.deepEqual(texts(slower(9)), [
    `the reference chain was slow in 1 of ${run.forks.length} processes, so their ratios are too low`
  ]);
  assert.deepEqual(texts(slower(1.5)), []);
});

test("a variant below three empty calls is told to do more", () => {
  const warnings = warningsOf({...run, ...withForks({emptyCallNs: 900})}, machine);
  assert.deepEqual(warnings, [
    {
      text: "less work than 3 empty calls, so that the call shows in the ratio: reduce at 1,000",
      remedy: "put a loop into the variant"
    }
  ]);
});

test("a clock that is coarse beside the batches is named, a single odd fork is not", () => {
  assert.equal(texts(withForks({clockStepNs: 100_000})).length, 1);
  const forks = run.forks.map((fork, index) => (index === 0 ? {...fork, clockStepNs: 100_000} : fork));
  assert.deepEqual(texts({forks}), []);
});

test("load above the cores, an interruption and an empty budget are told", () => {
  assert.deepEqual(texts({load: [5, 1, 6], ending: "interrupted"}), [
    "the run was interrupted: what is shown is what it had",
    "other programs wanted the processor: load average 5.0 on 2 cores"
  ]);
  assert.deepEqual(texts({ending: "budget"}), ["the time was over before every interval was narrow"]);
});

test("failures of a variant at a size are told once, with the first reason", () => {
  const failures = [0, 1, 2].map((block) => ({block, variant: "reduce", size: 1000, reason: `reason ${block}`}));
  assert.deepEqual(texts({failures}), ["reduce at 1,000 failed 3 times: reason 0"]);
});

test("two groups of processes are told", () => {
  const forks = run.forks.map((fork) => {
    const factor = fork.variant === "reduce" && fork.block % 2 === 0 ? 1.5 : 1;
    return {...fork, samplesNs: fork.samplesNs.map((ns) => ns * factor)};
  });
  assert.deepEqual(texts({forks}), ["processes fall into two groups: reduce at 1,000 (4 at 1.93 µs, 4 at 2.92 µs)"]);
});

test("a variant is named as the table names it", () => {
  const variants = run.lab.variants.map((variant) => ({...variant, title: `the ${variant.name}`}));
  const failures = [{block: 0, variant: "reduce", size: 1000, reason: "threw"}];
  assert.deepEqual(texts({failures, lab: {...run.lab, variants}}), ["the reduce at 1,000 failed once: threw"]);
});
