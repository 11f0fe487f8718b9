import assert from "node:assert/strict";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {gzipSync} from "node:zlib";
import {TEMPORARY} from "../temporary-data.js";
import {importSource} from "./formats.js";
import {golden, goldenFile, jsonSource, thereAndBack} from "./golden.js";
import {pyperf} from "./pyperf.js";
import {readSource} from "./read-source.js";

test("a run is a process; the one that only calibrates has no values and is none", async () => {
  const {benchmarks} = await golden("pyperf.json");
  const {benchmarks: found} = JSON.parse(await readFile(goldenFile("pyperf.json"), "utf8"));
  assert.deepEqual(
    benchmarks.map(({name, unit}) => [name, unit]),
    [
      ["sum", "second"],
      ["join", "second"]
    ]
  );
  const runs: {values?: number[]}[] = found[0].runs;
  assert.equal(runs.filter(({values}) => values === undefined).length, 1);
  assert.deepEqual(
    benchmarks[0]!.processes.map(({samples}) => samples),
    runs.flatMap(({values}) => (values === undefined ? [] : [values]))
  );
});

test("metadata that was hoisted to the benchmark and to the file is found, and calls are loops × inner loops", async () => {
  const {facts, benchmarks, from} = await golden("pyperf.json");
  assert.equal(from.tool, "pyperf 2.10.0");
  assert.equal(facts.runtime, "cpython 3.11.7 (64-bit)");
  assert.match(facts["measured on"]!, /^\d{4}-\d\d-\d\d$/);
  assert.equal(benchmarks[0]!.processes[0]!.calls?.[0], 4096);
  assert.equal(benchmarks[0]!.processes[0]!.warmups?.[0]?.calls, 4096);
});

test("a file that is compressed is the same file", async () => {
  const file = join(TEMPORARY, "suite.json.gz");
  await writeFile(file, gzipSync(await readFile(goldenFile("pyperf.json"))));
  assert.deepEqual(importSource(await readSource(file)), await golden("pyperf.json"));
});

test("a compressed file that was cut off is named", async () => {
  const file = join(TEMPORARY, "cut.json.gz");
  await writeFile(file, gzipSync(await readFile(goldenFile("pyperf.json"))).subarray(0, 200));
  await assert.rejects(readSource(file), {name: "ReaderError", message: /cut\.json\.gz: not whole: /});
});

test("a file that grows beyond bounds when decompressed is refused", async () => {
  const file = join(TEMPORARY, "bomb.json.gz");
  await writeFile(file, gzipSync(Buffer.alloc(65 * 2 ** 20)));
  await assert.rejects(readSource(file), {
    message: /bomb\.json\.gz: expected at most 67108864 bytes when decompressed$/
  });
});

test("a file of an older format says how pyperf itself rewrites it", () => {
  assert.throws(() => importSource(jsonSource({version: 6, benchmarks: [{runs: []}]})), {
    message: 'file: version: expected "1.0", got 6',
    hint: ["a newer pyperf rewrites it: python3 -m pyperf convert OLD.json -o NEW.json"]
  });
});

test("a file with nothing but calibration is refused", () => {
  const runs = [{metadata: {name: "a", calibrate_loops: 8}, warmups: [[1, 0.5]]}];
  assert.throws(() => importSource(jsonSource({version: "1.0", benchmarks: [{runs}]})), {
    message: "file: expected values, got none but calibration"
  });
});

test("what is no time above 0 is left out of a pyperf file with a word", () => {
  const imported = importSource(
    jsonSource({
      results: [
        {command: "a", times: [0.5]},
        {command: "b", times: [0]}
      ]
    })
  );
  const {written, back} = thereAndBack(pyperf, imported);
  assert.deepEqual(
    back.benchmarks.map(({name}) => name),
    ["a"]
  );
  assert.match(written.notes.join(), /1 figure was left out.*: b$/);
});
