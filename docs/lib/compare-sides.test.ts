import assert from "node:assert/strict";
import {test} from "node:test";
import {compareSides, type Side} from "./compare-sides.js";
import {judgeGate} from "./fail-on.js";
import type {Imported} from "./imported.js";
import {SYNTHETIC_MACHINE as machine, type SyntheticOptions, syntheticRun} from "./synthetic-run.js";

const claims = [{that: "b takes longer", variant: "b", ratio: {above: 1.2}, at: 1000}];

function side(name: string, times: SyntheticOptions["times"], options: Partial<SyntheticOptions> = {}): Side {
  return {name, runs: [{lab: "lab", machine, run: syntheticRun({times, claims, blocks: 8, ...options})}], imported: []};
}

const before = side("before", {a: 100, b: 150});

test("what differs is told of each side, and what a side does not tell is not held to differ", () => {
  const after = side("after", {a: 100, b: 150}, {runtime: {version: "26.1.0"}});
  const facts = compareSides([before, after], 0.01).facts;
  assert.deepEqual(
    facts.filter(({differs}) => differs[1]).map(({name}) => name),
    ["runtime"]
  );
  const imported: Imported = {
    imported: 1,
    from: {format: "go", tool: "go test"},
    facts: {processor: "Another"},
    benchmarks: [{name: "lab/a", parameters: {size: "1000"}, metric: null, unit: "ns/op", processes: [], facts: {}}],
    notes: []
  };
  const none = {...imported, benchmarks: []};
  const mixed = compareSides([before, {name: "go", runs: [], imported: [none]}], 0.01).facts;
  assert.deepEqual(
    mixed.filter(({differs}) => differs[1]).map(({name}) => name),
    ["processor"]
  );
});

test("a verdict that changed is told with both sides, one that did not is not", () => {
  const same = compareSides([before, side("after", {a: 100, b: 150}, {seed: 2})], 0.01);
  assert.deepEqual([same.claims, same.comparisons], [[], []]);
  const {claims: changed, comparisons} = compareSides([before, side("after", {a: 100, b: 80})], 0.01);
  assert.deepEqual(
    changed.map(({said}) => said.map((one) => one?.verdict)),
    [["holds", "fails"]]
  );
  assert.deepEqual(
    comparisons.map(({said}) => said.map((one) => one?.verdict)),
    [["slower", "faster"]]
  );
});

test("each row is held against the first side, and what only one of the two has is named", () => {
  const {tables} = compareSides([before, side("after", {a: 110, c: 5})], 0.01);
  const [{rows, onlyFirst, onlyThis}] = tables as [(typeof tables)[number]];
  assert.deepEqual(
    rows.map(({title, verdict}) => [title, verdict]),
    [["a at 1,000 elements", "slower"]]
  );
  assert.deepEqual([onlyFirst, onlyThis], [["b at 1,000 elements"], ["c at 1,000 elements"]]);
});

test("identical code is seldom called different, however many things are compared", () => {
  const times = Object.fromEntries(Array.from({length: 12}, (_, index) => [`v${index}`, 100]));
  const runs = 150;
  let alarms = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const [one, two] = [seed, seed + 1000].map((each) =>
      side(`${each}`, times, {seed: each, blocks: 6, batches: 1, spread: 0.01})
    );
    const {tables} = compareSides([one!, two!], 0.0001);
    if (tables[0]!.rows.some(({verdict}) => verdict === "slower" || verdict === "faster")) alarms++;
  }
  // Five in a hundred are promised; 7.5 of 150, and 3 standard deviations.
  assert.ok(alarms <= 15, `${alarms} of ${runs}`);
});

test("the gate fails when the whole interval is beyond what is allowed, not when the estimate is", () => {
  const gate = (times: SyntheticOptions["times"], spread: number) =>
    judgeGate(compareSides([side("x", {a: 100}, {spread}), side("y", times, {spread, seed: 2})], 0.01), {
      verdict: "slower",
      share: 0.05
    });
  assert.equal(gate({a: 110}, 0.001).failed.length, 1);
  const noisy = gate({a: 112}, 0.1);
  assert.deepEqual([noisy.failed.length, noisy.open, noisy.judged], [0, 1, 1]);
  assert.deepEqual(gate({a: 104}, 0.001).failed, []);
});

test("a gate for faster looks the other way", () => {
  const compared = compareSides([side("x", {a: 100}), side("y", {a: 80})], 0.01);
  assert.equal(judgeGate(compared, {verdict: "faster", share: 0.05}).failed.length, 1);
  assert.deepEqual(judgeGate(compared, {verdict: "slower", share: 0.05}).failed, []);
});
