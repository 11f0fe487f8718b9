import assert from "node:assert/strict";
import {test} from "node:test";
import {checkResult, FORMAT, type Run} from "#lib/result.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "#lib/synthetic-run.js";
import {mergeShards, type PlacedResult} from "./merge-shards.js";
import {cellsOf, keyOf} from "./plan.js";
import {cellsOfShard, shardNote} from "./shard.js";

const whole = syntheticRun({times: {a: 100, b: 200}, sizes: [10, 100, 1000], blocks: 6});

/** The parts that would have been measured of this run. */
function partsOf(of: number, run: Run = whole): PlacedResult[] {
  const planned = cellsOf(run.lab, {});
  const parts = Array.from({length: of}, (_, at): PlacedResult => {
    const shard = {index: at + 1, of};
    const own = new Set(cellsOfShard(planned, run.lab, shard).map(keyOf));
    const forks = run.forks.filter((fork) => own.has(keyOf(fork)));
    const part = {...run, forks, notes: [shardNote(shard, planned, run), "a note"]};
    return {file: `part-${at + 1}.json`, result: {format: FORMAT, lab: "lab", machine, runs: [part]}};
  });
  return parts.filter(({result}) => result.runs[0]!.forks.length > 0);
}

function changed(part: PlacedResult, change: Partial<Run>): PlacedResult {
  return {...part, result: {...part.result, runs: part.result.runs.map((run) => ({...run, ...change}))}};
}

function refused(parts: readonly PlacedResult[], message: RegExp): void {
  assert.throws(() => mergeShards(parts), {name: "ReaderError", message});
}

test("parts in any order are the whole again, with every fork once and in an order of its own", () => {
  const [one, two, three] = partsOf(3);
  const {runs} = checkResult(mergeShards([three!, one!, two!]), "whole");
  const [run] = runs as [Run];
  const shown = (forks: Run["forks"]) => forks.map((fork) => JSON.stringify({...fork, order: 0})).sort();
  assert.deepEqual(shown(run.forks), shown(whole.forks));
  assert.deepEqual(
    run.forks.map(({order}) => order),
    run.forks.map((_, index) => index)
  );
  assert.deepEqual(run.notes, ["merged from 3 shards; the self-check is that of shard 1/3", "a note"]);
});

test("evidence is joined where every part was asked about the same files, and else left out", () => {
  const about = {files: ["labs/lab/lab.ts"], gathered: "2026-12-01", seconds: 1, seed: 1, unavailable: []};
  const evidence = (variant: string, hash = "0".repeat(64)) => ({
    evidence: {...about, hash, cells: [{variant, size: 10}]}
  });
  const [one, two] = partsOf(2) as [PlacedResult, PlacedResult];
  const merged = (...parts: PlacedResult[]) => mergeShards(parts).runs[0]!.evidence;
  const both = merged(changed(one, evidence("a")), changed(two, evidence("b")));
  assert.deepEqual([both!.cells.map(({variant}) => variant), both!.seconds], [["a", "b"], 2]);
  assert.equal(merged(changed(one, evidence("a")), two), undefined);
  assert.equal(merged(changed(one, evidence("a")), changed(two, evidence("b", "1".repeat(64)))), undefined);
});

test("runtimes are merged each for itself", () => {
  const other = syntheticRun({times: {a: 100, b: 200}, sizes: [10, 100, 1000], runtime: {version: "26.1.0"}});
  const {runs} = mergeShards([...partsOf(2), ...partsOf(2, other)]);
  assert.deepEqual(
    runs.map(({runtime}) => runtime.version),
    ["24.21.0", "26.1.0"]
  );
});

test("more shards than there is to measure leave nothing missing", () => {
  assert.equal(partsOf(8).length, 3);
  assert.equal(mergeShards(partsOf(8)).runs[0]!.forks.length, whole.forks.length);
});

test("a part that is missing or there twice is refused with its number", () => {
  const [one, two, three] = partsOf(3);
  refused([one!, three!], /^node 24\.21\.0: 4 of 6 cells are there$/);
  assert.throws(
    () => mergeShards([one!, three!]),
    ({hint}: {hint: string[]} & Error) => /not among them: 2\/3;/.test(hint[0]!)
  );
  refused(
    [one!, two!, three!, two!].map((part, at) => ({...part, file: `${at}.json`})),
    /^3\.json: .* shard 2\/3 is in 1\.json too$/
  );
});

test("a cell that two parts have measured is refused", () => {
  const [one, two] = partsOf(2);
  const both = changed(two!, {forks: [...two!.result.runs[0]!.forks, one!.result.runs[0]!.forks[0]!]});
  refused([one!, both], /^part-2\.json: node 24\.21\.0: [ab] at \d+ is in part-1\.json too$/);
});

test("parts of another plan are refused with what differs", () => {
  const [one] = partsOf(2);
  const other = (change: Partial<Run>) => partsOf(2, {...whole, ...change})[1]!;
  refused([one!, other({seed: 9})], /^part-2\.json: .* is of another plan than part-1\.json: seed differs$/);
  refused([one!, other({hash: "f".repeat(64), margin: 0.02})], /hash and margin differ$/);
  refused([one!, partsOf(3)[1]!], /what was wanted differs$/);
});

test("a part whose number, cells or code were altered since it was measured is refused", () => {
  const [one, two, three] = partsOf(3) as [PlacedResult, PlacedResult, PlacedResult];
  const note = (part: PlacedResult, was: string, is: string) =>
    changed(part, {notes: part.result.runs[0]!.notes.map((text) => text.replace(was, is))});
  const swapped = [note(one, "shard 1/", "shard 2/"), note(two, "shard 2/", "shard 1/"), three];
  refused(swapped, /^part-2\.json: node 24\.21\.0: does not hold what shard 1\/3 of its plan is$/);
  const everywhere = [one, two, three].map((part) => changed(part, {hash: "f".repeat(64)}));
  refused(everywhere, /^part-1\.json: .* does not hold what shard 1\/3 of its plan is$/);
});

test("another machine, another lab, a whole run and one that was interrupted are refused", () => {
  const [one, two] = partsOf(2) as [PlacedResult, PlacedResult];
  refused(
    [one, {...two, result: {...two.result, machine: {...machine, id: "other"}}}],
    /was measured on other, part-1\.json on nowhere/
  );
  refused([one, {...two, result: {...two.result, lab: "other"}}], /^expected results of one lab, got lab, other$/);
  refused([one, changed(two, {notes: []})], /^part-2\.json: .* was not measured with --shard$/);
  refused([one, changed(two, {ending: "interrupted"})], /shard 2\/2 ended as interrupted$/);
});

test("a variant that failed is there, and the whole ends as its worst part did", () => {
  const [one, two] = partsOf(2) as [PlacedResult, PlacedResult];
  const gone = two.result.runs[0]!.forks[0]!;
  const failures = [{block: 0, variant: gone.variant, size: gone.size, reason: "threw"}];
  const forks = two.result.runs[0]!.forks.filter((fork) => keyOf(fork) !== keyOf(gone));
  const {runs} = mergeShards([one, changed(two, {failures, forks, ending: "budget"})]);
  assert.deepEqual([runs[0]!.ending, runs[0]!.failures], ["budget", failures]);
});
