import assert from "node:assert/strict";
import {test} from "node:test";
import type {ForkReply} from "#lib/measure.js";
import {measureLab} from "./measure-lab.js";
import {Neighbours} from "./neighbours.js";
import {planFor, scripted} from "./scripted.js";

/** Forks whose empty calls take these many nanoseconds, one after the other, beside a chain of 1 ns a step. */
async function forksWith(emptyCalls: readonly number[]): Promise<ForkReply[]> {
  const {effects} = scripted({emptyCallNs: ({order}) => emptyCalls[order]!});
  const [{variant, size} = {variant: "a", size: 10}] = planFor().cells;
  const settings = {batchNs: 1, samples: 1, measureCapNs: 1, warmupNs: 1, warmupCapNs: 1, steadyWithin: 1};
  return Promise.all(emptyCalls.map((_, order) => effects.fork({block: 0, order, variant, size, seed: 1, settings})));
}

async function measured(emptyCalls: readonly number[], mayRepeat = () => true) {
  const [quiet, ...replies] = await forksWith([4, ...emptyCalls]);
  const neighbours = new Neighbours([quiet!.fork]);
  let tries = 0;
  const {fork} = await neighbours.measure(async () => replies[tries++]!, mayRepeat);
  return {emptyCallNs: fork.emptyCallNs, tries, notes: neighbours.notes()};
}

test("a fork that had its core to itself is measured once, and nothing is said", async () => {
  assert.deepEqual(await measured([5]), {emptyCallNs: 5, tries: 1, notes: []});
});

test("a fork beside a busy neighbour is measured again until one was undisturbed", async () => {
  const {emptyCallNs, tries, notes} = await measured([8, 9, 4]);
  assert.deepEqual([emptyCallNs, tries], [4, 3]);
  assert.deepEqual(notes, [
    "something else was busy on the same core: 2 processes measured again; disturbed all the same, and counted: 0 processes"
  ]);
});

test("where the neighbour does not rest, the least disturbed of five forks counts, and that is said", async () => {
  const {emptyCallNs, tries, notes} = await measured([9, 8, 6, 7, 9]);
  assert.deepEqual([emptyCallNs, tries], [6, 5]);
  assert.match(notes.join(), /4 processes measured again; .* counted: 1 process$/);
});

test("no fork is measured again when the budget is used up", async () => {
  assert.deepEqual(await measured([8], () => false), {emptyCallNs: 8, tries: 1, notes: []});
});

test("a slower clock, which slows chain and empty call alike, is no neighbour", async () => {
  const [quiet, slow] = await forksWith([4, 8]);
  const neighbours = new Neighbours([quiet!.fork]);
  let tries = 0;
  await neighbours.measure(
    async () => {
      tries++;
      return {...slow!, fork: {...slow!.fork, referenceNs: [2]}};
    },
    () => true
  );
  assert.equal(tries, 1);
});

test("a run measures disturbed forks again, and says so in its notes", async () => {
  let calls = 0;
  const {effects, asked} = scripted({emptyCallNs: ({variant}) => (variant === "b" && calls++ % 2 === 0 ? 9 : 3)});
  const [quiet] = await forksWith([3]);
  const run = await measureLab(planFor({selfCheck: [quiet!.fork]}), effects);
  assert.ok(run.forks.every(({emptyCallNs}) => emptyCallNs === 3));
  assert.ok(asked.length > run.forks.length);
  assert.match(run.notes.join(), /measured again/);
});
