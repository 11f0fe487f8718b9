import assert from "node:assert/strict";
import test from "node:test";
import {roundsOf} from "./jobs.js";

const counts = {pairs: 100, power: 50, peers: 20, alloc: 10};
const rounds = roundsOf(counts, 50, 7);
const isOwn = ({tool, kind}: {tool: string; kind: string}) => tool === "hotpath" && kind === "identical";

test("everything is laid out as often as it was asked for", () => {
  assert.equal(rounds.flat().filter(isOwn).length, 100);
  assert.equal(rounds.flat().filter(({tool, kind}) => tool === "mitata" && kind === "plus-1").length, 20);
  assert.equal(rounds.flat().filter(({tool, kind}) => tool === "mitata" && kind === "allocation-plus-5").length, 10);
});

test("half of the rounds hold half of every kind of pair", () => {
  const half = rounds.slice(0, 25).flat();
  assert.equal(half.filter(isOwn).length, 50);
  assert.equal(half.filter(({tool, kind}) => tool === "tinybench" && kind === "identical").length, 10);
});

test("the same seed gives the same order, another seed another", () => {
  assert.deepEqual(roundsOf(counts, 50, 7), rounds);
  assert.notDeepEqual(roundsOf(counts, 50, 8), rounds);
});
