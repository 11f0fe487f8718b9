import assert from "node:assert/strict";
import {beforeEach, test} from "node:test";
import type {Machine, Run} from "#lib/result.js";
import "../temporary-data.js";
import {Interrupted} from "./ask.js";
import type {LabPlan} from "./measure-lab.js";

const [
  {partialFile},
  {removeFile},
  {measureLab},
  {cellsOf},
  {blocksText, runToContinue},
  {saveRun},
  {planFor, scripted}
] = await Promise.all([
  import("../store.js"),
  import("../files.js"),
  import("./measure-lab.js"),
  import("./plan.js"),
  import("./resume.js"),
  import("./saved-runs.js"),
  import("./scripted.js")
]);

const machine: Machine = {id: "m", cpu: "c", cores: 2, memoryBytes: 2 ** 30, os: "linux", arch: "x64", virtual: null};

beforeEach(() => removeFile(partialFile("scripted")));

/** Leaves a run of six cells that was interrupted after so many forks. */
async function leave(forks: number, change: Partial<LabPlan> = {}): Promise<Run> {
  const {effects} = scripted({
    fails({order}) {
      if (order === forks) throw new Interrupted("interrupted");
    }
  });
  const run = await measureLab(planFor(change), effects);
  await saveRun(partialFile("scripted"), "scripted", machine, run);
  return run;
}

const continues = async (change: Partial<LabPlan> = {}, seed?: number) =>
  (await runToContinue(planFor({seed: 99, ...change}), machine, seed)) !== null;

test("without an interrupted run there is nothing to continue", async () => {
  assert.equal(await continues(), false);
});

test("an interrupted run of the same plan is continued, with its own seed", async () => {
  const run = await leave(15);
  assert.deepEqual(await runToContinue(planFor({seed: 99}), machine, undefined), run);
});

test("another lab's code, effort, margin, runtime, machine or seed makes it another run", async () => {
  await leave(15);
  assert.equal(await continues({hash: "1".repeat(64)}), false);
  assert.equal(await continues({effort: "precise"}), false);
  assert.equal(await continues({margin: 0.02}), false);
  assert.equal(await continues({runtime: {...planFor().runtime, version: "26.0.0"}}), false);
  assert.equal(await runToContinue(planFor(), {...machine, id: "other"}, undefined), null);
  assert.equal(await continues({}, 8), false);
  assert.equal(await continues({}, 7), true);
});

test("a run of fewer cells, or of more, is another run", async () => {
  const {lab} = planFor();
  const some = cellsOf(lab, {variants: ["b"]});
  await leave(15);
  assert.equal(await continues({cells: some}), false);
  await leave(10, {cells: some});
  assert.equal(await continues(), false);
  assert.equal(await continues({cells: some}), true);
});

test("a run that was interrupted within its first block is continued", async () => {
  await leave(3);
  assert.equal(await continues(), true);
});

test("a run that was interrupted before its first fork starts again", async () => {
  await leave(0);
  assert.equal(await continues(), false);
});

test("a run in which something failed starts again", async () => {
  const run = await leave(15);
  run.failures.push({block: 1, variant: "b", size: 10, reason: "was killed by SIGKILL"});
  await saveRun(partialFile("scripted"), "scripted", machine, run);
  assert.equal(await continues(), false);
});

test("blocks are counted in words, begun ones among them", async () => {
  assert.equal(blocksText(await leave(3)), "1 block");
  assert.equal(blocksText(await leave(15)), "3 blocks");
});
