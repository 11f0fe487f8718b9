import assert from "node:assert/strict";
import {test} from "node:test";
import type {LiveSlice} from "./live-sampler.js";
import {TopHistory, trendText} from "./top-history.js";

/** A second in which functions took these microseconds themselves, and in all. */
function slice(times: Readonly<Record<string, readonly [self: number, total: number]>>): LiveSlice {
  const functions = Object.entries(times).map(([name, [self, total]], index) => ({
    frame: {name, file: "/a.js", line: 1, column: 1},
    index,
    self,
    total,
    samples: 1
  }));
  return {seconds: 1, threads: 1, samples: 2, cpu: 1, overhead: 0, idle: 0, functions};
}

test("the table tells shares of the last slice and the time since the beginning", () => {
  const history = new TopHistory();
  history.add(slice({parse: [600_000, 800_000], walk: [200_000, 200_000]}));
  history.add(slice({walk: [500_000, 500_000]}));
  const rows = history
    .rows("self")
    .map(({frame, self, total, selfSum, trend}) => [frame.name, self, total, selfSum, trend]);
  assert.deepEqual(rows, [
    ["walk", 0.5, 0.5, 0.7, [0.2, 0.5]],
    ["parse", 0, 0, 0.6, [0.6, 0]]
  ]);
});

test("it is sorted by what the reader asks for", () => {
  const history = new TopHistory();
  history.add(slice({old: [900_000, 900_000]}));
  history.add(slice({leaf: [300_000, 300_000], root: [100_000, 400_000]}));
  const names = (sort: "self" | "total" | "time") => history.rows(sort).map(({frame}) => frame.name);
  assert.deepEqual(names("self"), ["leaf", "root", "old"]);
  assert.deepEqual(names("total"), ["root", "leaf", "old"]);
  assert.deepEqual(names("time"), ["old", "leaf", "root"]);
});

test("a function that comes late has nothing in the slices before, and the trend keeps ten", () => {
  const history = new TopHistory();
  for (let count = 0; count < 12; count++) history.add(slice({early: [1, 1]}));
  history.add(slice({late: [1_000_000, 1_000_000]}));
  const [late, early] = history.rows("self");
  assert.deepEqual(late!.trend, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  assert.equal(early!.trend.length, 10);
});

test("a trend shows nothing as blank and a whole thread, or more, as @", () => {
  assert.equal(trendText([0, 0.01, 0.5, 1, 3]), " .+@@");
});
