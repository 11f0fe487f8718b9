import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import {benchmarkTitle} from "#lib/imported.js";
import {processValue} from "#lib/process-value.js";
import {expectClose} from "#lib/stats/expect-close.js";
import {criterion} from "./criterion.js";
import {importSource} from "./formats.js";
import {golden, goldenFile, jsonSource} from "./golden.js";

test("a folder holds each benchmark once, with its newest samples", async () => {
  const {benchmarks} = await golden("criterion");
  assert.deepEqual(benchmarks.map(benchmarkTitle), ["sum/loop value=100", "sum/loop value=1000"]);
  assert.deepEqual(benchmarks[0]!.facts, {"sampling mode": "Linear"});
});

test("the median of the samples is the one that criterion.rs estimated", async () => {
  const {benchmarks} = await golden("criterion");
  for (const {parameters, processes} of benchmarks) {
    const file = goldenFile(`criterion/sum/loop/${parameters.value}/new/estimates.json`);
    const {median} = JSON.parse(await readFile(file, "utf8"));
    expectClose(processValue(processes[0]!), median.point_estimate);
  }
});

test("a sample.json finds its name in the file beside it", async () => {
  const {benchmarks} = await golden("criterion/sum/loop/1000/new/sample.json");
  assert.deepEqual(benchmarks.map(benchmarkTitle), ["sum/loop value=1000"]);
});

test("a sample.json alone, and one of the older form, are read", () => {
  const {benchmarks} = importSource(jsonSource({iters: [10, 20], times: [50, 120]}));
  assert.deepEqual(benchmarks[0]!.processes, [{samples: [5, 6], calls: [10, 20]}]);
  const old = importSource(jsonSource([[10], [50]]), criterion);
  assert.deepEqual(old.benchmarks[0]!.processes, [{samples: [5], calls: [10]}]);
});

test("samples that do not fit their iterations are refused with the file", () => {
  assert.throws(() => importSource(jsonSource({iters: [10], times: [50, 60]})), {
    name: "ReaderError",
    message: /^file: /
  });
  assert.throws(() => importSource(jsonSource({iters: [0], times: [50]})), {name: "ReaderError", message: /^file: /});
});

test("a file in the folder that was cut off is named", () => {
  const folder = new Map([["a/new/sample.json", '{"iters":[1']]);
  const source = {place: "target", text: "", json: undefined, folder};
  assert.throws(() => importSource(source), {message: /^target\/a\/new\/sample\.json: not JSON: /});
});
