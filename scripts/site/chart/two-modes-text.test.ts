import assert from "node:assert/strict";
import {test} from "node:test";
import {chartTable} from "#lib/chart/chart-table.js";
import type {RatioChart} from "#lib/chart/model.js";
import {ratioRow} from "#lib/chart/with-run.js";
import {ratioWords} from "#lib/chart/words.js";
import {compareRun} from "#lib/estimate.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {twoModesText} from "./two-modes-text.js";

const run = syntheticRun({times: {a: 100, b: 200}, blocks: 12});
const apart = {
  ...run,
  forks: run.forks.map((fork) =>
    fork.variant === "b" && fork.block % 2 === 0 ? {...fork, samplesNs: fork.samplesNs.map((ns) => ns * 3)} : fork
  )
};
const rowOf = (of: typeof run, environment = "Node 24 <here>") => ratioRow(compareRun(of)[0]!, environment, "B");

test("a caption names the comparisons whose processes fall into two groups, and no other", () => {
  const text = twoModesText([rowOf(run, "Bun"), rowOf(apart)]);
  assert.match(text, /comparison: B \(Node 24 &lt;here&gt;\)\. /);
  assert.doesNotMatch(text, /Bun/);
  assert.equal(twoModesText([rowOf(run)]), "");
});

test("a caption that would name more than four comparisons counts the rest", () => {
  const rows = ["1", "2", "3", "4", "5", "6"].map((environment) => rowOf(apart, environment));
  assert.match(twoModesText(rows), /B \(4\) and 2 more\. /);
});

test("the table, the tooltip and the sentence of a comparison say that there are two groups", () => {
  const rows = [rowOf(run), rowOf(apart)];
  const verdicts = rows.map((row) => ratioWords(row).verdict);
  assert.equal(verdicts[0], "slower");
  assert.match(verdicts[1]!, /, two groups of processes$/);
  assert.match(ratioWords(rows[1]!).sentence, /two groups of processes$/);
  const chart = {kind: "ratio", baseline: {name: "a", title: "A"}, rows} as unknown as RatioChart;
  assert.deepEqual(
    chartTable(chart).rows.map((cells) => cells.at(-1)),
    verdicts
  );
});
