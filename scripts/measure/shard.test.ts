import assert from "node:assert/strict";
import {test} from "node:test";
import type {LabDescription} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {cellsOf, keyOf} from "./plan.js";
import {cellsOfShard, shardNote, shardOfRun} from "./shard.js";

const run = syntheticRun({times: {a: 100, b: 200, c: 300}, sizes: [10, 100, 1000, 10_000]});

function keysOf(lab: LabDescription, of: number): string[][] {
  const cells = cellsOf(lab, {});
  return Array.from({length: of}, (_, index) => cellsOfShard(cells, lab, {index: index + 1, of}).map(keyOf));
}

test("each cell is in one shard, whatever their number", () => {
  const all = cellsOf(run.lab, {}).map(keyOf).sort();
  for (const of of [1, 2, 3, 4, 7]) assert.deepEqual(keysOf(run.lab, of).flat().sort(), all, String(of));
});

test("what is compared stays together, so that no comparison is made across machines", () => {
  for (const keys of keysOf(run.lab, 4)) {
    const sizes = new Set(keys.map((key) => key.split(" at ")[1]));
    assert.deepEqual([sizes.size, keys.length], [1, 3]);
  }
});

test("what a claim names stays together, also two sizes and two variants that are not compared otherwise", () => {
  const grows = {that: "a grows", variant: "a", growth: {above: 5}, from: 10, to: 10_000};
  const [first] = keysOf({...run.lab, claims: [grows]}, 2).filter((keys) => keys.includes("a at 10"));
  assert.ok(first!.includes("a at 10000"), first!.join());
});

test("shards are about as large as each other, and with more shards than groups some are empty", () => {
  const lengths = keysOf(run.lab, 2).map(({length}) => length);
  assert.deepEqual(lengths, [6, 6]);
  assert.equal(keysOf(run.lab, 6).filter(({length}) => length === 0).length, 2);
});

test("the note of a run is read as it was written, and a run without one is whole", () => {
  const cells = cellsOf(run.lab, {});
  const note = shardNote({index: 2, of: 8}, cells, run);
  const {plan, ...rest} = shardOfRun({...run, notes: ["something else", note]})!;
  assert.deepEqual(rest, {index: 2, of: 8, cells: 12});
  assert.match(plan, /^[0-9a-f]{16}$/);
  assert.equal(shardOfRun(run), null);
});

test("the plan is another one with other code, seed, effort, margin, runtime or cells", () => {
  const cells = cellsOf(run.lab, {});
  const note = (change: object, some = cells) => shardNote({index: 1, of: 2}, some, {...run, ...change});
  const changes = [
    {hash: "f".repeat(64)},
    {seed: 9},
    {effort: "quick"},
    {margin: 0.02},
    {runtime: {...run.runtime, version: "1"}}
  ];
  const notes = [note({}), ...changes.map((change) => note(change)), note({}, cells.slice(1))];
  assert.equal(new Set(notes).size, notes.length);
});
