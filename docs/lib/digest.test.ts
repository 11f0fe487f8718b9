import assert from "node:assert/strict";
import {test} from "node:test";
import {digestRun} from "./digest.js";
import {compareRun} from "./estimate.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "./synthetic-run.js";
import {judgeClaims} from "./verdict.js";

const claims = [
  {that: "b takes longer", variant: "b", ratio: {above: 1}, at: 1000},
  {that: "a does more than a billion", variant: "a", rate: {above: 1e9}, at: 1000, source: "article" as const},
  {that: "c is not there", variant: "c", ratio: {above: 1}, at: 1000}
];

const run = {...syntheticRun({times: {a: 1000, b: 1400}, claims}), load: [1, 3, 2]};

test("a digest says what the run says: the same verdicts, sentences and intervals, to seven digits", () => {
  const digest = digestRun("strings", machine, run);
  const judged = judgeClaims(run);
  assert.deepEqual(
    digest.claims.map(({verdict, sentence}) => ({verdict, sentence})),
    judged.map(({verdict, sentence}) => ({verdict, sentence}))
  );
  assert.equal(digest.claims[0]!.value, Number(judged[0]!.ratio!.toPrecision(7)));
  const [seen] = compareRun(run);
  const [comparison] = digest.comparisons;
  assert.equal(comparison!.verdict, "slower");
  assert.equal(comparison!.blocks, 8);
  assert.deepEqual(
    comparison!.interval,
    seen!.estimate.interval.map((end) => Number(end.toPrecision(7)))
  );
});

test("a digest holds no sample, and a claim without data has no figure", () => {
  const digest = digestRun("strings", machine, run);
  assert.doesNotMatch(JSON.stringify(digest), /samplesNs|referenceNs/);
  assert.deepEqual([digest.claims[2]!.value, digest.claims[2]!.interval], [null, null]);
  assert.equal(digest.claims[1]!.measure, "rate");
  assert.equal(digest.load, 2);
});

test("a run is judged by the claims that are given, not by those that it holds", () => {
  const now = [{that: "b takes more than twice the time", variant: "b", ratio: {above: 2}, at: 1000}];
  const digest = digestRun("strings", machine, run, {staked: {claims: now, variants: run.lab.variants}});
  assert.deepEqual(
    digest.claims.map(({that, verdict}) => [that, verdict]),
    [["b takes more than twice the time", "fails"]]
  );
});

test("a claim keeps what it compares with in a run that holds the same variants against another", () => {
  const variants = [
    {name: "a", against: null},
    {name: "b", against: "a"}
  ];
  const longer = [{that: "b takes longer than a", variant: "b", ratio: {above: 1}, at: 1000}];
  const elsewhere = syntheticRun({times: {other: 2000, a: 1000, b: 1400}});
  const [claim] = digestRun("strings", machine, elsewhere, {staked: {claims: longer, variants}}).claims;
  assert.equal(claim!.verdict, "holds");
  assert.match(claim!.sentence, /^b takes 1\.40*× the time of a /);
  assert.equal(claim!.id, "claim-strings-b-ratio-above-1-at-1000");
});
