import assert from "node:assert/strict";
import {test} from "node:test";
import {
  type Comparison,
  compareForks,
  compareRun,
  forkValue,
  pending,
  precisionReached,
  readVerdict
} from "./estimate.js";
import type {Fork, Run} from "./result.js";
import {expectClose} from "./stats/expect-close.js";
import {syntheticForks, syntheticRun} from "./synthetic-run.js";

const FORK: Fork = {
  ...syntheticForks({times: {loop: 1}, blocks: 1})[0]!,
  samplesNs: [10, 20, 90],
  referenceNs: [1, 4, 5]
};

test("a fork that computes has the median over batches of each batch's own ratio", () => {
  assert.equal(forkValue(FORK, "compute", "reference"), 10);
  assert.equal(forkValue(FORK, "compute", "time"), 20);
});

test("a fork that allocates has a mean, in which a batch with more collections counts, and one that was held up does not", () => {
  const fork = {...FORK, samplesNs: [10, 10, 16, 19, 900], referenceNs: [1, 1, 1, 1, 1]};
  assert.equal(forkValue(fork, "allocation", "time"), 15);
  const heldUp = {...fork, samplesNs: [10, 10, 16, 18, 18], referenceNs: [1, 1, 1, 1, 100]};
  assert.equal(forkValue(heldUp, "allocation", "reference"), 12);
});

test("a fork that waits has the median time", () => {
  assert.equal(forkValue(FORK, "io", "time"), 20);
});

test("the verdict can be read off the interval", () => {
  assert.equal(readVerdict([0.995, 1.005], 0.01), "same");
  assert.equal(readVerdict([1.002, 1.005], 0.01), "same");
  assert.equal(readVerdict([1.002, 1.02], 0.01), "slower");
  assert.equal(readVerdict([0.9, 0.999], 0.01), "faster");
  assert.equal(readVerdict([0.995, 1.02], 0.01), "inconclusive");
  assert.equal(readVerdict([1, 1.02], 0.01), "inconclusive");
  assert.equal(readVerdict([0.995, 1.01], 0.01), "inconclusive");
});

test("a drifting clock does not hide a difference of two per cent from the reference scale", () => {
  const [comparison] = compareRun(syntheticRun({times: {loop: 100, reduce: 102}, blocks: 6, drift: 0.1}));
  assert.equal(comparison!.verdict, "slower");
  assert.equal(comparison!.leading, "reference");
  const width = ({interval: [low, high]}: {interval: readonly [number, number]}) => high - low;
  assert.ok(width(comparison!.other) > 10 * width(comparison!.estimate));
});

test("a lab that allocates is judged in steps of the reference chain too", () => {
  const [comparison] = compareRun(syntheticRun({times: {a: 100, b: 200}, kind: "allocation"}));
  assert.equal(comparison!.leading, "reference");
});

test("the margin is the run's own", () => {
  const verdictAt = (margin: number) => compareRun(syntheticRun({times: {a: 100, b: 103}, margin}))[0]!.verdict;
  assert.equal(verdictAt(0.01), "slower");
  assert.equal(verdictAt(0.05), "same");
});

test("a lab that waits is judged in nanoseconds", () => {
  const [comparison] = compareRun(syntheticRun({times: {a: 100, b: 200}, kind: "io", drift: 0}));
  assert.equal(comparison!.leading, "time");
  expectClose(comparison!.baselineNs, 100, 0.01);
  expectClose(comparison!.variantNs, 200, 0.01);
});

test("ratios are one per block, in the order of blocks, whatever the order of the forks", () => {
  const forks = syntheticForks({times: {a: 100, b: 110}, blocks: 6});
  const side = (name: string) => forks.filter(({variant}) => variant === name);
  const ordered = compareForks(side("b"), side("a"), "compute");
  const reversed = compareForks(side("b").reverse(), side("a"), "compute");
  assert.equal(ordered.ratios.length, 6);
  assert.deepEqual(reversed, ordered);
});

test("blocks that lack a side are left out", () => {
  const run = syntheticRun({times: {a: 100, b: 110}, blocks: 8});
  const lacking = {...run, forks: run.forks.filter(({block, variant}) => !(block === 3 && variant === "a"))};
  assert.equal(compareRun(lacking)[0]!.estimate.blocks, 7);
});

test("a comparison of fewer than five blocks is pending, and neither compared nor lost", () => {
  const run = syntheticRun({times: {a: 100, b: 110}, blocks: 4});
  assert.deepEqual(compareRun(run), []);
  assert.deepEqual(pending(run), [{variant: "b", baseline: "a", size: 1000, blocks: 4}]);
  assert.deepEqual(pending({...run, forks: []}), []);
  const five = syntheticRun({times: {a: 100, b: 110}, blocks: 5});
  assert.deepEqual(pending(five), []);
  assert.equal(compareRun(five).length, 1);
});

test("a block that was measured again counts once, as it was the last time", () => {
  const run = syntheticRun({times: {a: 100, b: 110}, blocks: 6});
  const again = run.forks.map((fork) => ({...fork, samplesNs: fork.samplesNs.map((ns) => ns * 7)}));
  assert.deepEqual(compareRun({...run, forks: [...again, ...run.forks]}), compareRun(run));
});

test("forks with fewer than five common blocks are an error that names the side", () => {
  const forks = syntheticForks({times: {a: 100}, blocks: 4});
  assert.throws(
    () => compareForks(forks, forks, "compute"),
    new RangeError("variant: expected at least 5 blocks, got 4")
  );
});

test("each interval is at its own level of Holm's procedure", () => {
  const comparisons = compareRun(syntheticRun({times: {a: 100, b: 150, c: 100, d: 200}, blocks: 8}));
  const levels = comparisons.map(({estimate}) => estimate.level);
  const rejected = comparisons.filter(({verdict}) => verdict === "slower").length;
  assert.equal(rejected, 2);
  assert.deepEqual([...levels].sort(), [1 - 0.05, 1 - 0.05 / 2, 1 - 0.05 / 3].sort());
  assert.equal(comparisons.find(({variant}) => variant === "c")!.estimate.level, 0.95);
});

test("forks that fall into two groups are seen on either side", () => {
  const run = syntheticRun({times: {a: 100, b: 100}, blocks: 10});
  const slowed = (name: string): Run => ({
    ...run,
    forks: run.forks.map((fork) =>
      fork.variant === name && fork.block % 2 ? {...fork, samplesNs: fork.samplesNs.map((ns) => ns * 1.4)} : fork
    )
  });
  assert.equal(compareRun(run)[0]!.twoModes, false);
  for (const [name, side] of [
    ["a", "baseline"],
    ["b", "variant"]
  ] as const) {
    const [{twoModes, groups}] = compareRun(slowed(name)) as [Comparison];
    const other = side === "variant" ? "baseline" : "variant";
    assert.deepEqual([twoModes, groups[other]], [true, null]);
    assert.deepEqual([groups[side]!.faster.forks, groups[side]!.slower.forks], [5, 5]);
  }
});

test("precision asks for six blocks and half the margin, or a twentieth of the difference", () => {
  const around = (centre: number, spread: number) => [-2, -1, 0, 0, 1, 2].map((step) => centre + step * spread);
  assert.equal(precisionReached(around(0, 0.001), 0.01), true);
  assert.equal(precisionReached(around(0, 0.001).slice(1), 0.01), false);
  assert.equal(precisionReached(around(0, 0.01), 0.01), false);
  assert.equal(precisionReached(around(Math.log(2), 0.01), 0.01), true);
});
