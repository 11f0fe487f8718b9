import assert from "node:assert/strict";
import {test} from "node:test";
import {BLOCKS} from "#lib/settings.js";
import {measureLab} from "./measure-lab.js";
import {keyOf} from "./plan.js";
import {blocksOf, noisy, planFor, scripted} from "./scripted.js";

const {least, most} = BLOCKS.quick;
const CELLS = planFor().cells.map(keyOf);

test("every block holds every open cell once", async () => {
  const {effects, asked} = scripted({ns: noisy});
  await measureLab(planFor(), effects);
  for (const block of blocksOf(asked)) assert.deepEqual([...block].sort(), [...CELLS].sort());
});

test("the order is random, differs from block to block, and repeats with the seed", async () => {
  const orderOf = async (seed: number) => {
    const {effects, asked} = scripted({ns: noisy});
    await measureLab(planFor({seed}), effects);
    return blocksOf(asked).map((block) => block.join());
  };
  const order = await orderOf(7);
  assert.ok(new Set(order).size > 1);
  assert.deepEqual(await orderOf(7), order);
  assert.notDeepEqual(await orderOf(8), order);
});

test("the variants of a block get the same data, every block its own", async () => {
  const {effects, asked} = scripted({ns: noisy});
  await measureLab(planFor(), effects);
  assert.ok(asked.every(({seed, block}) => seed === 7 + block));
});

test("a run ends when every comparison is precise, but not before the least number of blocks", async () => {
  const {effects, asked} = scripted();
  const {ending, forks} = await measureLab(planFor(), effects);
  assert.equal(ending, "precise");
  assert.equal(blocksOf(asked).length, least);
  assert.equal(forks.length, least * CELLS.length);
});

test("a comparison that is precise is not measured further, its neighbours are", async () => {
  const {effects, asked} = scripted({
    ns: (request) => (request.variant === "b" && request.size === 10 ? noisy(request) : 100)
  });
  await measureLab(planFor(), effects);
  const blocks = blocksOf(asked);
  assert.equal(blocks.length, most);
  assert.deepEqual([...blocks[least]!].sort(), ["a at 10", "b at 10"]);
});

test("a run that never becomes precise ends at the most blocks", async () => {
  const {effects, asked} = scripted({ns: noisy});
  assert.equal((await measureLab(planFor(), effects)).ending, "blocks");
  assert.equal(blocksOf(asked).length, most);
});

test("a budget that is used up ends the run, but not before the least number of blocks", async () => {
  const {effects, asked} = scripted({ns: noisy});
  assert.equal((await measureLab(planFor({budgetMs: 1}), effects)).ending, "budget");
  assert.equal(blocksOf(asked).length, least);
});

test("a budget that the reader set ends the run within a block, and what was measured is kept", async () => {
  const {effects, asked} = scripted({ns: noisy});
  const {ending, forks, load} = await measureLab(planFor({budgetMs: 800, strictBudget: true}), effects);
  assert.equal(ending, "budget");
  assert.equal(load.length, 2, "no third block is begun");
  assert.equal(asked.length, 8);
  assert.equal(forks.length, 8);
});

test("a budget too small for one fork ends the run with nothing", async () => {
  const {effects, asked} = scripted();
  const {ending, forks} = await measureLab(planFor({budgetMs: 0, strictBudget: true}), effects);
  assert.deepEqual([ending, forks.length, asked.length], ["budget", 0, 0]);
});

const claims = [{that: "c takes longer.", variant: "c", ratio: {above: 1}, at: 100}];
const claiming = planFor({lab: {...planFor().lab, claims}});

test("after the least number of blocks, the comparisons that claims name go first", async () => {
  const {effects, asked} = scripted({ns: noisy});
  await measureLab(claiming, effects);
  assert.deepEqual([...blocksOf(asked)[least]!].sort(), ["a at 100", "c at 100"]);
});

test("when what claims name is precise, the other comparisons go on", async () => {
  const {effects, asked} = scripted({ns: (request) => (request.variant === "b" ? noisy(request) : 100)});
  await measureLab(claiming, effects);
  assert.deepEqual([...blocksOf(asked)[least]!].sort(), ["a at 10", "a at 100", "b at 10", "b at 100"]);
});
