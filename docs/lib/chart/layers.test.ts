import assert from "node:assert/strict";
import {test} from "node:test";
import {layersOf, markName} from "./layers.js";
import type {TimesChart} from "./model.js";

const environments = Array.from({length: 12}, (_, index) => ({label: `${index}`, look: "reference-1"}) as const);
const chart: TimesChart = {kind: "times", lab: "strings", unit: "piece", variants: [], environments, rows: []};

test("the marks of an environment bear the key of its layer, and of no other", () => {
  const layers = layersOf(chart);
  for (const index of environments.keys()) {
    const owners = layers.filter(({key}) => markName(index, "lines").startsWith(`${key}_`));
    assert.deepEqual(owners, [layers[index]]);
  }
});

test("times over size start with one environment, ratios with all", () => {
  assert.deepEqual(
    layersOf(chart).flatMap(({label, on}) => (on ? label : [])),
    ["0"]
  );
  const ratios = {...chart, kind: "ratio", size: 1, baseline: {name: "a", title: "a"}, margin: 0.01, rows: []} as const;
  assert.ok(layersOf(ratios).every(({on}) => on));
});
