import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import {expectClose} from "#lib/stats/expect-close.js";
import {importSource} from "./formats.js";
import {golden, goldenFile, jsonSource, thereAndBack} from "./golden.js";
import {hyperfine} from "./hyperfine.js";

test("a run of a command is a process with one sample, in seconds", async () => {
  const {benchmarks} = await golden("hyperfine.json");
  assert.deepEqual(
    benchmarks.map(({name, parameters, unit, processes}) => [name, parameters, unit, processes.length]),
    [
      ["seq 1000", {n: "1"}, "s", 6],
      ["seq 2000", {n: "2"}, "s", 6]
    ]
  );
});

test("the mean, deviation, median and ends that we write are those that hyperfine computed", async () => {
  const {results: theirs} = JSON.parse(await readFile(goldenFile("hyperfine.json"), "utf8"));
  const {results: ours} = JSON.parse(thereAndBack(hyperfine, await golden("hyperfine.json")).written.text);
  for (const [index, result] of theirs.entries()) {
    assert.equal(ours[index].command, result.command);
    for (const key of ["mean", "stddev", "median", "min", "max", "user", "system"])
      expectClose(ours[index][key], result[key]);
  }
});

test("runs that failed are counted", async () => {
  const {notes} = await golden("hyperfine-failing.json");
  assert.deepEqual(notes, ["3 of 3 runs did not end with exit code 0: false"]);
});

test("a single run has no deviation, and an unknown exit code is a failure", () => {
  const results = [{command: "a", times: [1], stddev: null, exit_codes: [null]}];
  const {notes, ...imported} = importSource(jsonSource({results}));
  assert.deepEqual(notes, ["1 of 1 runs did not end with exit code 0: a"]);
  const [entry] = JSON.parse(thereAndBack(hyperfine, {...imported, notes}).written.text).results;
  assert.equal(entry.stddev, null);
});

test("the empty command has a name here and none when it is written again", () => {
  const imported = importSource(jsonSource({results: [{command: "", times: [1]}]}));
  assert.equal(imported.benchmarks[0]!.name, "(no command)");
  assert.equal(JSON.parse(thereAndBack(hyperfine, imported).written.text).results[0].command, "");
});

test("times from which the shell's left nothing are counted", () => {
  const {notes} = importSource(jsonSource({results: [{command: "true", times: [0, 0.001, 0]}]}));
  assert.deepEqual(notes, ["2 of 3 times are 0 once the shell's own is taken off, measure with -N: true"]);
});

test("memory, which newer versions tell, is a further figure in bytes, and is written back", () => {
  const results = [{command: "a", times: [1, 2], memory_usage_byte: [1000, 1100]}];
  const imported = importSource(jsonSource({results}));
  assert.deepEqual(
    imported.benchmarks.map(({metric, unit}) => [metric, unit]),
    [
      [null, "s"],
      ["memory", "B"]
    ]
  );
  const [entry] = JSON.parse(thereAndBack(hyperfine, imported).written.text).results;
  assert.deepEqual(entry.memory_usage_byte, [1000, 1100]);
});

test("a summary without the times is refused", () => {
  assert.throws(() => importSource(jsonSource({results: [{command: "a", mean: 1}]})), {
    message: "file: expected the time of each run, got none"
  });
});

test("what another tool measured in long processes becomes a time for each, and that is said", async () => {
  const {written, back} = thereAndBack(hyperfine, await golden("pyperf.json"));
  assert.ok(written.notes.includes("each process is one time, the median of its samples"));
  assert.equal(back.benchmarks[0]!.processes.length, (await golden("pyperf.json")).benchmarks[0]!.processes.length);
});
