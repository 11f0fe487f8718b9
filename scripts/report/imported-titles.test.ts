import assert from "node:assert/strict";
import {test} from "node:test";
import type {Benchmark} from "#lib/imported.js";
import {importedTitles} from "./imported-titles.js";

function titlesOf(...all: [name: string, n: string, metric?: string][]) {
  return importedTitles(
    all.map(([name, n, metric = null]): Benchmark => {
      return {name, parameters: n === "" ? {} : {n}, metric, unit: "ns", processes: [{samples: [1]}], facts: {}};
    })
  );
}

test("a further figure stands below what it belongs to, and one of something else names it", () => {
  const {titles} = titlesOf(["sum", "1"], ["sum", "1", "B/op"], ["sum", "1", "allocs/op"], ["join", "2", "B/op"]);
  assert.deepEqual(titles, ["sum n=1", "  B/op", "  allocs/op", "join n=2: B/op"]);
});

test("packages that all names share are taken off, and a name keeps its last part", () => {
  assert.deepEqual(titlesOf(["org.a.B.join", "1"], ["org.a.C.sum", ""]), {
    titles: ["B.join n=1", "C.sum"],
    prefix: "org.a."
  });
  assert.deepEqual(titlesOf(["org.a.join", ""], ["org.a.join", "", "gc.time"]).titles, ["join", "  gc.time"]);
  for (const names of [
    ["a.b", "c.d"],
    ["a/b.c", "a/b.d"],
    ["sleep 0.1", "sleep 0.2"]
  ] as const) {
    const {titles, prefix} = titlesOf([names[0], ""], [names[1], ""]);
    assert.deepEqual([titles, prefix], [[...names], ""]);
  }
});
