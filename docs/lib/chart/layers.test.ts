import assert from "node:assert/strict";
import {test} from "node:test";
import {dashOf, layersOf, markName} from "./layers.js";
import {paintOf} from "./look.js";
import type {Look, RatioChart, TimesChart} from "./model.js";
import {atStart, withOnly} from "./with-only.js";

const environments = Array.from({length: 12}, (_, order) => ({
  label: `${order}`,
  look: `reference-${order + 1}` as Look,
  order,
  on: order % 5 === 0
}));
const common = {lab: "strings", unit: "piece", variants: [], environments};
const times: TimesChart = {...common, kind: "times", rows: []};
const ratios: RatioChart = {
  ...common,
  kind: "ratio",
  size: 1,
  baseline: {name: "a", title: "a"},
  margin: 0.01,
  rows: []
};

test("the marks of an environment bear the key of its layer, and of no other", () => {
  const layers = layersOf(times);
  for (const {order} of environments) {
    const owners = layers.filter(({key}) => markName(order, "lines").startsWith(`${key}_`));
    assert.deepEqual(owners, [layers[order]]);
  }
});

test("an environment keeps its layer where others are left out", () => {
  for (const chart of [times, ratios]) {
    const some = withOnly(chart, ({order}) => order > 6);
    assert.deepEqual(layersOf(some), layersOf(chart).slice(7));
  }
});

test("a chart starts with the layers that are on", () => {
  assert.deepEqual(
    atStart(times).environments.map(({order}) => order),
    [0, 5, 10]
  );
  assert.deepEqual(
    layersOf(ratios).flatMap(({key, on}) => (on ? key : [])),
    ["environment_0", "environment_5", "environment_10"]
  );
});

test("nine environments of the reference differ by shape, four of the reader's do, and 72 by shape and colour", () => {
  const shapes = (whose: "reference" | "local", count: number) =>
    new Set(Array.from({length: count}, (_, index) => paintOf(`${whose}-${index + 1}`).shape));
  assert.equal(shapes("reference", 9).size, 9);
  assert.equal(shapes("local", 4).size, 4);
  const looks = Array.from({length: 72}, (_, index) => paintOf(`reference-${index + 1}`));
  assert.equal(new Set(looks.map(({shape, color}) => shape + color)).size, 72);
});

test("the lines of twelve environments are dashed in twelve ways", () => {
  const dashes = Array.from({length: 12}, (_, order) => dashOf(order).join());
  assert.equal(new Set(dashes).size, dashes.length);
});
