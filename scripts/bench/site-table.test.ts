import assert from "node:assert/strict";
import {test} from "node:test";
import {isLight, siteTable} from "./site-table.js";
import type {PageVisit} from "./visit-page.js";

const visit: PageVisit = {
  requests: 14,
  addresses: [],
  bytes: 400_000,
  gzipped: 150_000,
  fontsGzipped: 90_000,
  firstPaintMs: 300,
  firstChartMs: 290
};

test("a page shows the weights of its first visit and the medians of its times", () => {
  const visits = [visit, {...visit, firstPaintMs: 500}, {...visit, firstPaintMs: 310, firstChartMs: null}];
  const [, line = ""] = siteTable([{name: "a.html", visits}], 100);
  assert.deepEqual(line.trim().split(/\s{2,}/), ["a.html", "14", "400 kB", "150 kB", "90.0 kB", "310 ms", "290 ms"]);
});

test("a page without a chart says so", () => {
  const [, line = ""] = siteTable([{name: "a.html", visits: [{...visit, firstChartMs: null}]}], 100);
  assert.match(line, /none$/);
});

test("one request or one byte too many is too heavy", () => {
  assert.ok(isLight({name: "a", visits: [visit]}));
  assert.ok(!isLight({name: "a", visits: [{...visit, requests: 15}]}));
  assert.ok(!isLight({name: "a", visits: [{...visit, gzipped: 150_001}]}));
});
