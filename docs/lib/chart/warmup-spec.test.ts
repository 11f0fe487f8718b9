import assert from "node:assert/strict";
import {test} from "node:test";
import {classifyProcess} from "../warmup/classify-process.js";
import {syntheticCurve} from "../warmup/synthetic-curve.js";
import {warmupRow} from "../warmup/warmup-row.js";
import {chartCsv, chartFileName} from "./chart-csv.js";
import {chartSpec} from "./chart-spec.js";
import {chartTable} from "./chart-table.js";
import {layersOf} from "./layers.js";
import type {WarmupChart} from "./model.js";
import {withOnly} from "./with-only.js";
import {chartTitle} from "./words.js";

const NS = syntheticCurve(
  1000,
  (i) => (i < 100 ? 9000 : 1000),
  () => 0
);
const row = (environment: string, process: number) =>
  warmupRow({ns: NS, calls: [[1000, 1]]}, classifyProcess(NS), environment, process);

const chart: WarmupChart = {
  kind: "warmup",
  lab: "baseline",
  unit: "step",
  size: 21_891,
  variants: [{name: "squares", title: "t += i * i"}],
  environments: ["Node 24", "Bun 1.4"].map((label, order) => ({label, look: "reference-1", order, on: true})),
  rows: [row("Node 24", 1), row("Node 24", 2), row("Bun 1.4", 1)]
};

interface Layered {
  readonly layer: readonly {readonly name: string; readonly data: {readonly values: readonly object[]}}[];
}

test("a row keeps the first calls one by one, no more points than an axis shows, and the change of level", () => {
  const {points, changes, firstNs, steadyNs, callsBefore} = row("Node 24", 1);
  assert.deepEqual(
    points.slice(0, 6).map(([call]) => call),
    [1, 2, 3, 4, 5, 6]
  );
  assert.ok(points.length < 40, String(points.length));
  assert.deepEqual(changes, [[101, 1000]]);
  assert.deepEqual([firstNs, steadyNs, callsBefore], [9000, 1000, 100]);
});

test("each environment has a layer of lines and one of changes, in a colour of the theme", () => {
  const {layer} = chartSpec(chart) as Layered;
  assert.deepEqual(
    layer.map(({name}) => name),
    ["environment_0_lines", "environment_0_changes", "environment_1_lines", "environment_1_changes"]
  );
  assert.equal(layer[1]!.data.values.length, 2);
  assert.doesNotMatch(JSON.stringify(layer), /#[0-9a-f]{3,6}"/);
  const colors = layersOf(chart).map(({color}) => color);
  assert.deepEqual(colors, ["var(--line-1)", "var(--line-2)"]);
});

test("a layer that is left out takes its rows along, and the table and the file hold the rest", () => {
  const one = withOnly(chart, ({label}) => label === "Bun 1.4");
  assert.deepEqual(chartTable(one), {
    head: ["where", "process", "first call", "steady", "calls before", "class"],
    rows: [["Bun 1.4", "1", "9.00 µs", "1.00 µs", "100", "warm-up"]]
  });
  const lines = chartCsv(one).trimEnd().split("\r\n");
  assert.equal(lines[0], "environment,variant,size,process,class,call,ns");
  assert.equal(lines[1], "Bun 1.4,squares,21891,1,warm-up,1,9000");
  assert.equal(chartFileName(one), "baseline-21891-warm-up");
  assert.equal(chartTitle(one), "Time of each call at 21,891 steps, from the first on");
});
