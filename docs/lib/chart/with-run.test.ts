import assert from "node:assert/strict";
import {test} from "node:test";
import {compareRun} from "../estimate.js";
import {syntheticRun} from "../synthetic-run.js";
import type {RatioChart} from "./model.js";
import {ratioSpec} from "./ratio-spec.js";
import {ratioRow, withRun} from "./with-run.js";

const times = {plus: 100, join: 300, push: 400};
const comparisons = compareRun(syntheticRun({times, sizes: [10, 1000]}));
const here = {label: "Node 24 on epyc-2", look: "reference-1", order: 0, on: true} as const;

const chart: RatioChart = {
  kind: "ratio",
  lab: "strings",
  unit: "piece",
  size: 1000,
  baseline: {name: "plus", title: "+="},
  variants: [
    {name: "join", title: "Join"},
    {name: "other", title: "Other"}
  ],
  margin: 0.01,
  environments: [here],
  rows: comparisons
    .filter(({variant, size}) => variant === "join" && size === 1000)
    .map((one) => ratioRow(one, here.label, "Join"))
};

test("a run adds one environment, with the variants that the chart shows, at its size", () => {
  const added = withRun(chart, comparisons);
  assert.deepEqual(
    added.rows.map(({variant, environment}) => [variant, environment]),
    [
      ["Join", here.label],
      ["Join", "this page"]
    ]
  );
  assert.equal(added.environments.at(-1)!.look, "page");
});

test("a second run takes the place of the first", () => {
  const once = withRun(chart, comparisons);
  assert.deepEqual(withRun(once, comparisons), once);
});

test("a run that measured nothing of a chart leaves it as it is", () => {
  for (const other of [
    {...chart, size: 7},
    {...chart, baseline: {name: "push", title: "push"}}
  ]) {
    assert.equal(withRun(other, comparisons), other);
  }
});

test("a run in the page does not change the height of the drawing, however many environments there are", () => {
  const environments = [here, ...[2, 3, 4].map((n) => ({...here, label: `${n}`, order: n - 1}))];
  for (const count of [1, 2, 3, 4]) {
    const before = {...chart, environments: environments.slice(0, count)};
    assert.equal(ratioSpec(withRun(before, comparisons)).height, ratioSpec(before).height);
  }
});
