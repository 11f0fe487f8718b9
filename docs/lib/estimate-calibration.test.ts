import assert from "node:assert/strict";
import {test} from "node:test";
import {type Comparison, compareRun, type Verdict} from "./estimate.js";
import {holm} from "./stats/holm.js";
import {pairedRatio} from "./stats/paired-ratio.js";
import {normalFrom, type SyntheticOptions, syntheticRun} from "./synthetic-run.js";

const IDENTICAL = {a: 100, b: 100, c: 100, d: 100, e: 100};

/**
 * How often any of four identical variants beside one baseline seems different, from 40,000 families each of an
 * implementation in NumPy (numpy.random.default_rng(5), scipy.stats.t.ppf): by the number of blocks.
 */
const FAMILY_ALARMS = [
  [6, 0.063],
  [8, 0.0575],
  [10, 0.0637]
] as const;

test("a family of four identical variants raises an alarm about 6 times in 100, at 6, 8 and 10 blocks", () => {
  const normal = normalFrom(21);
  const families = 700;
  for (const [blocks, expected] of FAMILY_ALARMS) {
    let alarms = 0;
    for (let i = 0; i < families; i++) if (familyAlarm(blocks, normal)) alarms++;
    const tolerance = 3.5 * Math.sqrt((expected * (1 - expected)) / families);
    assert.ok(Math.abs(alarms / families - expected) < tolerance, `${blocks} blocks: ${alarms} of ${families}`);
  }
});

test("with the margin, at most 1 of 100 identical variants is called different where forks spread by 0.3 % or less", () => {
  for (const spread of [0.001, 0.003]) {
    const verdicts = tally({times: IDENTICAL, spread, blocks: 8}, 100);
    assert.ok(verdicts.faster + verdicts.slower <= 4, `${spread}: ${JSON.stringify(verdicts)}`);
  }
});

test("identical variants are called the same in more than 95 of 100 runs where forks spread by 0.1 %", () => {
  const verdicts = tally({times: {a: 100, b: 100}, blocks: 6}, 200);
  assert.ok(verdicts.same > 190, JSON.stringify(verdicts));
});

test("differences of 2 % are found in 98 of 100 runs where forks spread by 0.3 %, never the wrong way round", () => {
  for (const [ratio, expected] of [
    [1.02, "slower"],
    [1 / 1.02, "faster"]
  ] as const) {
    const verdicts = tally({times: {a: 100, b: 100 * ratio}, spread: 0.003, blocks: 6}, 200);
    assert.ok(verdicts[expected] >= 196, `${ratio}: ${JSON.stringify(verdicts)}`);
    assert.equal(verdicts[expected === "slower" ? "faster" : "slower"], 0);
  }
});

test("variants whose true difference lies beyond the margin are hardly ever called the same", () => {
  for (const spread of [0.001, 0.003, 0.01]) {
    const verdicts = tally({times: {a: 100, b: 101.01}, spread, blocks: 8}, 150);
    // At the margin an interval of 95 % lies wholly inside in 2.5 % of runs: 3.75 of 150, and 3 standard deviations.
    assert.ok(verdicts.same <= 9, `${spread}: ${JSON.stringify(verdicts)}`);
  }
  assert.equal(tally({times: {a: 100, b: 102}, spread: 0.003, blocks: 8}, 150).same, 0);
});

function familyAlarm(blocks: number, normal: () => number): boolean {
  const times = () => Array.from({length: blocks}, () => Math.exp(0.01 * normal()));
  const baseline = times();
  const pValues = [0, 1, 2, 3].map(() => pairedRatio(times(), baseline).pValue);
  const shares = holm(pValues);
  return pValues.some((p, index) => p <= shares[index]!);
}

function simulate(options: SyntheticOptions, runs: number): Comparison[][] {
  return Array.from({length: runs}, (_, index) => compareRun(syntheticRun({...options, batches: 1, seed: index + 1})));
}

function tally(options: SyntheticOptions, runs: number): Record<Verdict, number> {
  const verdicts = {faster: 0, slower: 0, same: 0, inconclusive: 0};
  for (const {verdict} of simulate(options, runs).flat()) verdicts[verdict]++;
  return verdicts;
}
