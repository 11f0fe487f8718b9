import assert from "node:assert/strict";
import {test} from "node:test";
import {compareProfiles} from "./compare-profiles.js";
import {modelOfChange, modelOfProfile} from "./flame-model.js";
import {flameShapes} from "./flame-shapes.js";
import {syntheticProfile} from "./synthetic-profile.js";

const stacks = {"main;a": 3, "main;b": 1, "(idle)": 4};

test("idle time is in neither the picture nor the totals, unless it is asked for", () => {
  const labels = (idle: boolean) => {
    const model = modelOfProfile(syntheticProfile(stacks), {idle});
    return [model.totals[0], ...model.picture(0).boxes.map(({label}) => label)];
  };
  assert.deepEqual(labels(false), [4, "main", "a", "b"]);
  assert.deepEqual(labels(true), [8, "main", "(idle)", "a", "b"]);
});

test("a differential graph zooms as that of one profile does, and has no callers and callees", () => {
  const comparison = compareProfiles(syntheticProfile(stacks), syntheticProfile({"main;a": 1, "main;b": 3}));
  const model = modelOfChange(comparison, ["one", "other"], 600);
  assert.equal(model.title, "one → other");
  assert.equal(model.profile, null);
  const node = model.tree.frame.findIndex((frame) => frame >= 0 && model.frames[frame]!.name === "b");
  assert.deepEqual(
    model.picture(node).boxes.map(({label, width}) => [label, width]),
    [
      ["main", 1],
      ["+b", 1]
    ]
  );
});

test("a picture is as wide as it was asked to be, and its legend takes the rows that it needs", () => {
  const files = ["app.js", "/app/node_modules/some/index.js", "node:fs", ""];
  const profile = syntheticProfile(Object.fromEntries(files.map((file, index) => [`f${index} (${file})`, 1])));
  const shapes = (width: number) => flameShapes(modelOfProfile(profile, {width}).picture(0), "top");
  const rows = (width: number) => new Set(shapes(width).swatches.map(({y}) => y)).size;
  assert.deepEqual([rows(1200), rows(250)], [1, 3]);
  const {boxes, swatches, width, legend} = shapes(250);
  assert.equal(width, 250);
  assert.ok(boxes.every(({rectangle: {x, width}}) => x + width <= 250.01));
  assert.ok(swatches.every(({x, width}) => x + width <= 250));
  assert.ok(Math.min(...boxes.map(({rectangle}) => rectangle.y)) > Math.max(...legend.map(({y}) => y)));
});
