import assert from "node:assert/strict";
import {test} from "node:test";
import {classGrowth, type SnapshotClasses} from "./class-growth.js";

function snapshot(classes: Readonly<Record<string, readonly [count: number, bytes: number]>>): SnapshotClasses {
  const rows = Object.entries(classes).map(([name, [count, bytes]]) => ({name, count, bytes}));
  return {place: "app.heapsnapshot", objects: 0, bytes: 0, classes: rows};
}

test("constructors are told by the bytes that their objects grew, also if they came or went", () => {
  const before = snapshot({User: [10, 400], Order: [5, 900], Old: [1, 100]});
  const after = snapshot({User: [30, 1200], Order: [5, 900], Fresh: [2, 50]});
  assert.deepEqual(
    classGrowth(before, after).map(({name, growth, countGrowth}) => [name, growth, countGrowth]),
    [
      ["User", 800, 20],
      ["Old", -100, -1],
      ["Fresh", 50, 2],
      ["Order", 0, 0]
    ]
  );
});
