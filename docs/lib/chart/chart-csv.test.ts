import assert from "node:assert/strict";
import {test} from "node:test";
import {chartCsv, chartFileName} from "./chart-csv.js";
import type {RatioChart} from "./model.js";

const row = {
  variant: "+=, again",
  ratio: 2,
  low: 1.5,
  high: 2.5,
  verdict: "slower",
  twoModes: false,
  ns: 200,
  baselineNs: 100
} as const;
const chart: RatioChart = {
  kind: "ratio",
  lab: "strings",
  unit: "piece",
  size: 1000,
  baseline: {name: "plus", title: "+="},
  variants: [{name: "again", title: "+=, again"}],
  margin: 0.01,
  environments: [{label: 'Node 24 on "a", b', look: "reference-1", order: 0, on: true}],
  rows: [
    {...row, environment: 'Node 24 on "a", b', blocks: [1.9, 2.1]},
    {...row, environment: "this page", blocks: [2]}
  ]
};

test("a line for each comparison, with a column for each block; commas and quotes are kept as RFC 4180 says", () => {
  assert.equal(
    chartCsv(chart),
    [
      "environment,variant,baseline,size,ratio,low,high,verdict,ns,baseline_ns,block_1,block_2",
      '"Node 24 on ""a"", b",again,plus,1000,2,1.5,2.5,slower,200,100,1.9,2.1',
      "this page,again,plus,1000,2,1.5,2.5,slower,200,100,2,",
      ""
    ].join("\r\n")
  );
});

test("no cell begins as a formula does, whatever the titles of variants begin with", () => {
  for (const cell of chartCsv(chart).split(/[,\r\n]+/)) assert.doesNotMatch(cell, /^[=+\-@]/);
});

test("files of two charts that differ in lab, size or baseline have different names", () => {
  const others = [{lab: "shapes"}, {size: 10}, {baseline: {name: "plus-read", title: ""}}];
  const names = [chart, ...others.map((other) => ({...chart, ...other}))].map(chartFileName);
  assert.equal(new Set(names).size, names.length, names.join());
  assert.ok(names.every((name) => /^[\w-]+$/.test(name)));
});
