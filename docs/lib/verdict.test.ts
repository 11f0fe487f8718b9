import assert from "node:assert/strict";
import {test} from "node:test";
import {type Comparison, compareRun} from "./estimate.js";
import type {Run} from "./result.js";
import {expectClose} from "./stats/expect-close.js";
import {type SyntheticOptions, syntheticRun} from "./synthetic-run.js";
import {comparisonSentence, judgeClaim, judgeClaims, type RunClaim} from "./verdict.js";

const TIMES = {concat: 100, join: 142, prepend: (size: number) => size * 2, template: 100};

function runOf(options: Partial<SyntheticOptions> = {}): Run {
  return syntheticRun({times: TIMES, sizes: [1000, 10_000], unit: "piece", blocks: 8, ...options});
}

const GROUPS = {faster: {forks: 7, ns: 120}, slower: {forks: 5, ns: 340}};

const ratio = (range: {above?: number; below?: number}, more: object = {}): RunClaim => ({
  that: "join takes longer than +=",
  variant: "join",
  ratio: range,
  at: 10_000,
  ...more
});

test("a claim holds if the whole interval lies in its range, and fails if the whole interval lies outside", () => {
  const run = runOf();
  assert.equal(judgeClaim(ratio({above: 1}), run).verdict, "holds");
  assert.equal(judgeClaim(ratio({above: 1.3, below: 1.5}), run).verdict, "holds");
  assert.equal(judgeClaim(ratio({below: 1}), run).verdict, "fails");
  assert.equal(judgeClaim(ratio({above: 2}), run).verdict, "fails");
});

test("a claim whose bound the interval covers is undecided, and the sentence says which bound", () => {
  const {verdict, sentence} = judgeClaim(ratio({above: 1.42}), runOf({spread: 0.05}));
  assert.equal(verdict, "undecided");
  assert.match(
    sentence,
    /^join takes 1\.\d+× the time of concat \([\d.]+ to [\d.]+\) at 10,000 pieces, which leaves open whether it is above 1\.42\.$/
  );
});

test("the sentence of a claim that fails says what it asked for: its words may not tell how much", () => {
  const {sentence} = judgeClaim({...ratio({above: 2}), that: "join takes much longer"}, runOf());
  assert.match(sentence, / at 10,000 pieces, which is not above 2\.$/);
});

test("the sentence gives the figure, its interval and the size", () => {
  const {sentence} = judgeClaim(ratio({above: 1}), runOf());
  assert.match(sentence, /^join takes 1\.4\d+× the time of concat \(1\.4\d+ to 1\.4\d+\) at 10,000 pieces\.$/);
});

test("a claim about a variant and its own baseline is judged by the interval that the table shows", () => {
  const run = runOf();
  const shown = compareRun(run).find(({variant, size}) => variant === "join" && size === 10_000)!.estimate;
  assert.ok(shown.level > 0.95);
  assert.deepEqual(judgeClaim(ratio({above: 1}), run).interval, shown.interval);
  assert.deepEqual(judgeClaim(ratio({above: 1}, {to: "concat"}), run).interval, shown.interval);
  const inverse = judgeClaim(ratio({below: 1}, {variant: "concat", to: "join"}), run);
  assert.equal(inverse.verdict, "holds");
  expectClose(inverse.interval![0], 1 / shown.interval[1]);
});

test("variants that are not compared in the table are paired directly", () => {
  const {verdict, ratio: figure} = judgeClaim(ratio({above: 1.3, below: 1.6}, {to: "template"}), runOf());
  assert.equal(verdict, "holds");
  expectClose(figure!, 1.42, 0.01);
});

test("growth is the time of an iteration at one size beside that at another", () => {
  const claim = {that: "prepend is linear", variant: "prepend", growth: {above: 8, below: 12}, from: 1000, to: 10_000};
  const {verdict, sentence, ratio: figure} = judgeClaim(claim, runOf());
  assert.equal(verdict, "holds");
  expectClose(figure!, 10, 0.01);
  assert.match(
    sentence,
    /^With prepend, an iteration of 10,000 pieces takes [\d.]+× the time of one of 1,000 pieces \([\d.]+ to [\d.]+\)\.$/
  );
});

test("a rate is operations per second, an iteration of size n being n of them", () => {
  const claim = {that: "billions", variant: "concat", rate: {above: 50e9}, at: 10_000};
  const {verdict, sentence, ratio: figure, interval} = judgeClaim(claim, runOf({drift: 0.001}));
  assert.equal(verdict, "holds");
  expectClose(figure!, 100e9, 0.01);
  assert.ok(interval![0] < figure! && figure! < interval![1]);
  assert.match(
    sentence,
    /^concat gets through [\d.]+ billion pieces a second \([\d.]+ billion to [\d.]+ billion\) at 10,000 pieces\.$/
  );
});

test("a claim about another runtime, or another version of it, is undecided here", () => {
  const run = runOf({runtime: {name: "node", version: "v20.20.2"}});
  const about = (on: {runtime: string; versions?: number[]}) => judgeClaim(ratio({above: 1}, {on}), run);
  assert.equal(about({runtime: "node"}).verdict, "holds");
  assert.equal(about({runtime: "node", versions: [20, 24]}).verdict, "holds");
  assert.equal(about({runtime: "bun"}).verdict, "undecided");
  const {verdict, sentence, interval} = about({runtime: "node", versions: [24, 26]});
  assert.equal(verdict, "undecided");
  assert.equal(interval, null);
  assert.equal(sentence, "The claim is about Node 24 or 26, and says nothing about Node 20.20.2.");
});

test("a claim without data is undecided, never true", () => {
  const empty = {...runOf(), forks: []};
  const claims: RunClaim[] = [
    ratio({above: 0}),
    {that: "grows", variant: "join", growth: {above: 0}, from: 1000, to: 10_000},
    {that: "is fast", variant: "join", rate: {above: 0}, at: 1000}
  ];
  for (const claim of claims) {
    const judged = judgeClaim(claim, empty);
    assert.deepEqual([judged.verdict, judged.ratio, judged.interval], ["undecided", null, null]);
    assert.match(judged.sentence, /has not been measured\.$/);
  }
  const {sentence} = judgeClaim(claims[0]!, runOf({blocks: 3}));
  assert.equal(sentence, "join beside concat at 10,000 pieces has been measured in 3 blocks; an interval needs 5.");
});

test("a claim about a variant that the run's lab does not have is undecided, and says which", () => {
  const {verdict, sentence, interval} = judgeClaim(ratio({above: 0}, {variant: "rope", to: "concat"}), runOf());
  assert.deepEqual([verdict, interval], ["undecided", null]);
  assert.match(sentence, /^The lab of Node [\d.]+ has no variant rope\.$/);
});

test("a claim about a baseline that names no other is undecided", () => {
  const {verdict, sentence} = judgeClaim(ratio({above: 0}, {variant: "concat"}), runOf());
  assert.equal(verdict, "undecided");
  assert.equal(sentence, "concat is a baseline, and the claim does not say what it is compared with.");
});

test("claims are judged in the order of the lab", () => {
  const claims = [ratio({above: 1}), ratio({below: 1})];
  assert.deepEqual(
    judgeClaims(runOf({claims})).map(({verdict, claim}) => [verdict, claim]),
    [
      ["holds", claims[0]],
      ["fails", claims[1]]
    ]
  );
});

test("claims of every kind say whose processes fall into two groups, and how many are where", () => {
  const claims: RunClaim[] = [
    ratio({above: 1}, {at: 1000}),
    ratio({above: 1}, {at: 1000, variant: "concat", to: "join"}),
    {that: "A growth.", variant: "join", growth: {above: 0}, from: 1000, to: 2000},
    {that: "A rate.", variant: "join", rate: {above: 0}, at: 1000},
    {that: "Another rate.", variant: "concat", rate: {above: 0}, at: 1000}
  ];
  const run = syntheticRun({
    times: {concat: 100, join: 200},
    sizes: [1000, 2000],
    unit: "piece",
    blocks: 10,
    spread: 0.001
  });
  const slowed = run.forks.map((fork) =>
    fork.variant === "join" && fork.size === 1000 && fork.block < 4
      ? {...fork, samplesNs: fork.samplesNs.map((ns) => 3 * ns)}
      : fork
  );
  const judged = claims.map((claim) => judgeClaim(claim, {...run, forks: slowed}));
  const whose = judged.map(({groups}) => groups.map(({variant, size}) => `${variant} ${size}`));
  assert.deepEqual(whose, [["join 1000"], ["join 1000"], ["join 1000"], ["join 1000"], []]);
  for (const {groups, sentence} of judged.slice(0, 4)) {
    assert.deepEqual([groups[0]!.faster.forks, groups[0]!.slower.forks], [6, 4]);
    assert.ok(groups[0]!.slower.ns > 2 * groups[0]!.faster.ns);
    assert.match(
      sentence,
      / The processes of join at 1,000 pieces fall into two groups, 6 at about \S+ .s and 4 at about \S+ .s\.$/
    );
  }
  const claim = claims[0]!;
  assert.doesNotMatch(judgeClaim(claim, run).sentence, /groups/);
});

test("each verdict of a comparison has its sentence", () => {
  const {lab} = runOf();
  const base = compareRun(runOf()).find(({variant}) => variant === "join")!;
  const say = (change: Partial<Comparison>, ratio: number, interval: [number, number]) =>
    comparisonSentence({...base, ...change, estimate: {...base.estimate, ratio, interval}}, lab);
  assert.equal(
    say({verdict: "slower"}, 1.42, [1.38, 1.47]),
    "join takes 1.42× the time of concat (1.38 to 1.47) at 1,000 pieces."
  );
  assert.equal(
    say({verdict: "faster"}, 0.7, [0.68, 0.72]),
    "join takes 0.70× the time of concat (0.68 to 0.72) at 1,000 pieces."
  );
  assert.equal(
    say({verdict: "same"}, 1, [0.998, 1.003]),
    "join takes the same time as concat at 1,000 pieces: between 0.998× and 1.003×."
  );
  assert.equal(
    say({verdict: "inconclusive", groups: {variant: null, baseline: GROUPS}}, 1.02, [0.97, 1.08]),
    "This run cannot say whether join takes less time than concat or more, at 1,000 pieces: between 0.97× and 1.08×. More blocks would narrow it." +
      " The processes of concat at 1,000 pieces fall into two groups, 7 at about 120 ns and 5 at about 340 ns."
  );
});

test("titles are said, not keys", () => {
  const run = runOf();
  const variants = run.lab.variants.map((variant) => ({...variant, title: `the ${variant.name}`}));
  const {sentence} = judgeClaim(ratio({above: 1}), {...run, lab: {...run.lab, variants}});
  assert.match(sentence, /^the join takes .* the time of the concat /);
});
