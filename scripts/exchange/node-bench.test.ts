import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import {benchmarkTitle} from "#lib/imported.js";
import {expectClose} from "#lib/stats/expect-close.js";
import {median} from "#lib/stats/median.js";
import {importSource} from "./formats.js";
import {golden, goldenFile, sourceOf} from "./golden.js";

const complete = (fileRunId: string, duration: string | number, operations = 10, more: object = {}) =>
  JSON.stringify({
    type: "bench:complete",
    data: {
      ...{name: "a", namePath: ["s", "a"], fileRunId, params: {n: 1}, samples: [{operations, duration_ns: duration}]},
      ...more
    }
  });

test("completed benchmarks have their path as name, and their parameters", async () => {
  const {benchmarks} = await golden("node-bench.jsonl");
  assert.deepEqual(benchmarks.map(benchmarkTitle), ["sum/loop size=100", "sum/loop size=1000"]);
});

test("a sample is the time of one operation: the median rate of node:bench is that of the file", async () => {
  const {benchmarks} = await golden("node-bench.jsonl");
  const lines = (await readFile(goldenFile("node-bench.jsonl"), "utf8")).trim().split("\n");
  const events = lines.map((line) => JSON.parse(line)).filter(({type}) => type === "bench:complete");
  for (const [index, {data}] of events.entries()) {
    const rates = benchmarks[index]!.processes[0]!.samples.map((ns) => 1e9 / ns);
    expectClose(median(rates), data.summary.median);
  }
});

test("the same benchmark of another process is another process", () => {
  const {benchmarks} = importSource(sourceOf(`${complete("1", "100")}\n${complete("2", 200)}\n`));
  assert.deepEqual(benchmarks[0]!.processes, [
    {samples: [10], calls: [10]},
    {samples: [20], calls: [10]}
  ]);
});

test("benchmarks of one name in two files are two, also in one process", () => {
  const of = (file: string) =>
    complete(file, "100", 10, {benchId: JSON.stringify([`file:///${file}.mjs`, ["s", "a"]])});
  const {benchmarks} = importSource(sourceOf([of("1"), of("2"), of("1")].join("\n")));
  assert.deepEqual(
    benchmarks.map((one) => [benchmarkTitle(one), one.processes.length]),
    [
      ["s/a n=1", 2],
      ["s/a n=1 occurrence=2", 1]
    ]
  );
});

test("where every benchmark failed, the first error is told", () => {
  const failed = complete("1", "1", 1, {samples: [], error: {name: "Error", message: "on purpose", code: null}});
  assert.throws(() => importSource(sourceOf(failed)), {hint: ["s/a: on purpose"]});
});

test("a line that was cut off is named by its number", () => {
  const text = `${complete("1", "100")}\n${complete("2", "200").slice(0, 50)}`;
  assert.throws(() => importSource(sourceOf(text)), {name: "ReaderError", message: /^file:2: not JSON: /});
});

test("a duration that is no whole number and an operation count of zero are refused with the line", () => {
  for (const bad of [complete("1", "1e9x"), complete("1", "100", 0)]) {
    assert.throws(() => importSource(sourceOf(bad)), {name: "ResultError", message: /^file:1: samples\[0\]\./});
  }
});

test("a run in which nothing was completed is refused", () => {
  assert.throws(() => importSource(sourceOf('{"type":"bench:plan","data":{}}\n')), {
    message: "file: expected a benchmark that was completed with samples, got none"
  });
});
