import assert from "node:assert/strict";
import {test} from "node:test";
import {benchmarkTitle} from "#lib/imported.js";
import {importSource} from "./formats.js";
import {golden, jsonSource} from "./golden.js";

test("each combination of arguments is a benchmark; one that threw is named", async () => {
  const {benchmarks, notes, facts} = await golden("mitata.json");
  assert.equal(benchmarks.length, 2);
  assert.deepEqual(Object.keys(benchmarks[0]!.parameters), ["size"]);
  assert.match(facts.runtime!, /^node v?\d+/);
  assert.match(notes.join("\n"), /1 figure was left out, because they failed or have no samples: throws/);
});

test("that samples are sorted and trimmed is said", async () => {
  const {benchmarks, notes} = await golden("mitata.json");
  const [{samples}] = benchmarks[0]!.processes as [{samples: number[]}];
  assert.deepEqual(
    samples,
    [...samples].sort((a, b) => a - b)
  );
  assert.match(notes.join("\n"), /order in time is lost/);
});

test("arguments are parameters, whatever they are, and do not stand in the name too", () => {
  const run = (args: object) => ({name: "two null [object Object]", args, stats: {samples: [1]}});
  const runs = [run({a: null, b: {k: 1}}), run({a: "x", b: {k: 1}})];
  const {benchmarks} = importSource(
    jsonSource({layout: [], context: {}, benchmarks: [{alias: "two $a of $c $b", runs}]})
  );
  assert.deepEqual(benchmarks.map(benchmarkTitle), ['two of $c a=null b={"k":1}', 'two of $c a=x b={"k":1}']);
});

test("samples that were switched off are asked for", () => {
  const run = {name: "a", args: {}, stats: {samples: null, avg: 5}};
  const report = {layout: [], context: {}, benchmarks: [{alias: "a", runs: [run]}]};
  assert.throws(() => importSource(jsonSource(report)), {message: "file: expected samples, got none"});
});

test("how many calls a sample is the mean of is told by the ticks", () => {
  const run = {name: "a", stats: {samples: [1, 2], ticks: 8192}};
  const [one] = importSource(jsonSource({layout: [], context: {}, benchmarks: [{runs: [run]}]})).benchmarks;
  assert.deepEqual(one!.processes, [{samples: [1, 2], calls: [4096, 4096]}]);
  assert.equal(benchmarkTitle(one!), "a");
});
