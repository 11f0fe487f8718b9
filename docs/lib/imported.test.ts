import assert from "node:assert/strict";
import {test} from "node:test";
import {benchmarkTitle, checkImported, type Imported, saysImported} from "./imported.js";
import {FORMAT} from "./result.js";
import {meaningOf} from "./unit-meaning.js";

const benchmark = {
  name: "a",
  parameters: {n: "1"},
  metric: null,
  unit: "ns",
  processes: [{samples: [1, 2]}],
  facts: {}
};
const good: Imported = {
  imported: 1,
  from: {format: "jmh", tool: "JMH 1.37"},
  facts: {},
  benchmarks: [benchmark],
  notes: []
};

test("what was checked is what was given, and is told from a result of ours", () => {
  assert.deepEqual(checkImported(good, "x"), good);
  assert.ok(saysImported(good) && !saysImported({format: FORMAT}) && !saysImported(null));
});

test("the first place that is wrong is named", () => {
  const cases: [change: object, message: RegExp][] = [
    [{imported: 2}, /^x: imported: /],
    [{benchmarks: []}, /^x: benchmarks: /],
    [
      {benchmarks: [{...benchmark, processes: [{samples: [1, null]}]}]},
      /^x: benchmarks\[0\]\.processes\[0\]\.samples\[1\]/
    ],
    [{benchmarks: [{...benchmark, processes: [{samples: []}]}]}, /samples: /],
    [{benchmarks: [benchmark, benchmark]}, /^x: benchmarks\[1\]: expected every benchmark once, got a n=1 again$/],
    [
      {benchmarks: [{...benchmark, processes: [{samples: [1, 2], calls: [1]}]}]},
      /processes\[0\]\.calls: expected one a sample \(2\), got 1$/
    ],
    [
      {benchmarks: [{...benchmark, processes: [{samples: [1, 2], iterations: [1, 2]}]}]},
      /iterations: expected one a sample \(2\), got 3$/
    ],
    [{evil: 1}, /^x: evil: unknown field/]
  ];
  for (const [change, message] of cases) {
    assert.throws(() => checkImported({...good, ...change}, "x"), {name: "ResultError", message});
  }
});

test("a benchmark's title has its parameters, and its figure unless that is the main one", () => {
  assert.equal(benchmarkTitle(benchmark), "a n=1");
  assert.equal(benchmarkTitle({...benchmark, metric: "B/op"}), "a n=1: B/op");
});

test("units of time and rates of operations have one base, and larger costs are worse", () => {
  const costs = {"ns/op": 2, second: 2e9, ms: 2e6, "us/op": 2e3, "ops/s": 5e8, "ops/ms": 5e5, day: 2 * 86_400e9};
  for (const [unit, cost] of Object.entries(costs)) {
    const meaning = meaningOf(unit);
    assert.equal(meaning.base, "ns", unit);
    assert.equal(meaning.cost(2), cost, unit);
  }
  assert.equal(meaningOf("ops/us").format(2), "2.00 million/s");
  assert.equal(meaningOf("second").format(0.002), "2.00 ms");
});

test("bytes are bytes, other rates are better if larger, and what is not known stands for itself", () => {
  assert.deepEqual([meaningOf("B/op").base, meaningOf("byte").base], ["B", "B"]);
  for (const rate of ["MB/s", "B/s"]) assert.ok(meaningOf(rate).cost(2) < meaningOf(rate).cost(1), rate);
  assert.deepEqual([meaningOf("widgets").base, meaningOf("widgets").format(3)], ["widgets", "3 widgets"]);
  assert.equal(meaningOf("constructor").base, "constructor");
});
