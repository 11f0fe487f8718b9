import assert from "node:assert/strict";
import {test} from "node:test";
import {BLOCKS, settingsFor} from "#lib/settings.js";
import {forksLeft} from "./fork-request.js";
import {measureLab} from "./measure-lab.js";
import {noisy, planFor, scripted} from "./scripted.js";

const {least} = BLOCKS.quick;
const CELLS = planFor().cells.length;
const {patience: most, measureCapNs} = settingsFor("compute", "quick");

/** How patient each fork of a run may be; every fork takes 100 ms. */
async function patienceIn(budgetMs: number): Promise<number[]> {
  const {effects, asked} = scripted({ns: noisy});
  await measureLab(planFor({budgetMs}), effects);
  return asked.map(({settings}) => settings.patience!);
}

test("while there is time for it, a fork is as patient as it may be", async () => {
  assert.deepEqual(new Set(await patienceIn(1e9)), new Set([most]));
});

test("a fork waits no longer than its share of the time that is left", async () => {
  const capMs = measureCapNs / 1e6;
  const [first, second] = await patienceIn(least * CELLS * (100 + capMs));
  assert.equal(first, 1 + (100 + capMs) / capMs, "nothing is known of how long forks take");
  assert.ok(Math.abs(second! - 2) < 0.1, `${second}: a cap more than usual, and what the first left`);
});

test("where the budget is used up, forks wait no longer than their cap", async () => {
  const patience = await patienceIn(50 * least * CELLS);
  assert.deepEqual(new Set(patience.slice(CELLS)), new Set([1]));
  assert.deepEqual(new Set(await patienceIn(0)), new Set([1]));
});

test("the time that is left is for all forks to the least number of blocks, then for those of the block", () => {
  assert.equal(forksLeft("quick", 0, 4, 0), least * 4);
  assert.equal(forksLeft("quick", least - 1, 4, 1), 3);
  assert.equal(forksLeft("quick", least + 2, 4, 3), 1);
});
