import assert from "node:assert/strict";
import {test} from "node:test";
import type {Fork} from "#lib/result.js";
import {measureLab} from "./measure-lab.js";
import {Neighbours} from "./neighbours.js";
import {planFor, scripted} from "./scripted.js";

/** A fork whose empty calls take so many nanoseconds, beside a chain of `stepNs` a step. */
async function forkWith(emptyCallNs: number, stepNs = 1): Promise<Fork> {
  const {effects} = scripted({emptyCallNs: () => emptyCallNs});
  const run = await measureLab(planFor(), effects);
  return {...run.forks[0]!, referenceNs: run.forks[0]!.referenceNs.map(() => stepNs)};
}

test("what is quiet is learnt from the least disturbed fork, in steps of the chain", async () => {
  const neighbours = new Neighbours([]);
  assert.equal(neighbours.emptyCallSteps, undefined);
  neighbours.add(await forkWith(8));
  assert.equal(neighbours.emptyCallSteps, 8);
  neighbours.add(await forkWith(4));
  neighbours.add(await forkWith(9));
  assert.equal(neighbours.emptyCallSteps, 4);
  assert.deepEqual(neighbours.notes(), [
    "something else was busy on the same core, from end to end, in 2 of 3 processes"
  ]);
});

test("the forks of a session before count for what is quiet, but are not told of", async () => {
  const neighbours = new Neighbours([await forkWith(4), await forkWith(9)]);
  neighbours.add(await forkWith(5));
  assert.deepEqual(neighbours.notes(), []);
});

test("a slower clock, which slows chain and empty call alike, is no neighbour", async () => {
  const neighbours = new Neighbours([await forkWith(4)]);
  neighbours.add(await forkWith(8, 2));
  assert.deepEqual(neighbours.notes(), []);
});

test("a run tells each fork what is quiet, and its notes how many were not", async () => {
  const {effects, asked} = scripted({emptyCallNs: ({order}) => (order === 0 ? 6 : 3)});
  const run = await measureLab(planFor(), effects);
  const [first, second, third] = asked;
  assert.equal(first?.emptyCallSteps, undefined);
  assert.ok(second!.emptyCallSteps! > third!.emptyCallSteps!, "the second fork was quieter than the first");
  assert.match(run.notes.join(), /busy on the same core, from end to end, in 1 of \d+ processes$/);
});
