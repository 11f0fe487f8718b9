import assert from "node:assert/strict";
import {test} from "node:test";
import {checkResult, FORMAT, type Run} from "#lib/result.js";
import {BLOCKS, settingsFor} from "#lib/settings.js";
import {ForkError, Interrupted} from "./ask.js";
import {measureLab} from "./measure-lab.js";
import {keyOf} from "./plan.js";
import {blocksOf, noisy, planFor, scripted} from "./scripted.js";

const {least, most} = BLOCKS.quick;
const CELLS = planFor().cells.map(keyOf);

test("a variant that fails is not measured again, what it gave before is kept, and the others go on", async () => {
  const {effects, asked} = scripted({
    fails({variant, size, block}) {
      if (variant === "b" && size === 10 && block === 2) throw new ForkError("was killed by SIGKILL");
    }
  });
  const {failures, forks, ending} = await measureLab(planFor(), effects);
  assert.deepEqual(failures, [{block: 2, variant: "b", size: 10, reason: "was killed by SIGKILL"}]);
  const failed = (fork: {variant: string; size: number}) => keyOf(fork) === "b at 10";
  assert.equal(asked.filter(failed).length, 3);
  assert.equal(forks.filter(failed).length, 2);
  assert.equal(forks.filter((fork) => !failed(fork)).length, least * (CELLS.length - 1));
  assert.equal(ending, "precise");
});

test("a run in which everything fails ends as failed, after one block", async () => {
  const {effects, asked} = scripted({
    fails() {
      throw new ForkError("threw: boom");
    }
  });
  const {ending, failures} = await measureLab(planFor(), effects);
  assert.equal(ending, "failed");
  assert.equal(failures.length, CELLS.length);
  assert.equal(asked.length, CELLS.length);
});

test("an error that is nobody's fault but ours is not taken for a failure of the lab", async () => {
  const {effects} = scripted({
    fails() {
      throw new TypeError("our bug");
    }
  });
  await assert.rejects(measureLab(planFor(), effects), {name: "TypeError", message: "our bug"});
});

test("a variant whose answer is not that of its baseline is named with both answers, and nothing of it is kept", async () => {
  const {effects} = scripted({
    answer: ({variant, seed, size, block}) => (variant === "c" && size === 100 && block === 1 ? -1 : seed)
  });
  const {failures, forks} = await measureLab(planFor(), effects);
  assert.deepEqual(failures, [
    {block: 1, variant: "c", size: 100, reason: "gave -1 where a gave 8: they do not do the same work"}
  ]);
  assert.equal(forks.filter((fork) => keyOf(fork) === "c at 100").length, 0);
  assert.equal(forks.filter((fork) => keyOf(fork) === "c at 10").length, least);
});

test("a variant that declares a mistake may answer what it likes", async () => {
  const plan = planFor();
  const variants = plan.lab.variants.map((variant) =>
    variant.name === "c" ? {...variant, mistake: "on purpose"} : variant
  );
  const {effects} = scripted({answer: ({variant, seed}) => (variant === "c" ? -seed : seed)});
  assert.deepEqual((await measureLab({...plan, lab: {...plan.lab, variants}}, effects)).failures, []);
});

test("an answer that stays the same while the data change is noted: the work may be dead", async () => {
  const {effects} = scripted({answer: () => 42});
  const {notes} = await measureLab(planFor(), effects);
  assert.equal(notes.length, 1);
  assert.match(notes[0]!, /^The answer did not change with the data, so the work may be dead: .*b at 100/);
  assert.deepEqual((await measureLab(planFor(), scripted().effects)).notes, []);
});

test("the run is saved after every block, and whole at the end", async () => {
  const {effects, saved} = scripted({ns: noisy});
  const run = await measureLab(planFor(), effects);
  assert.deepEqual(
    saved.map(({forks}) => forks.length),
    [...Array.from({length: most}, (_, block) => (block + 1) * CELLS.length), most * CELLS.length]
  );
  assert.deepEqual(
    saved.slice(0, -1).map(({ending}) => ending),
    Array(most).fill("running")
  );
  assert.deepEqual(saved.at(-1), run);
});

test("what is saved is a run that can be read again", async () => {
  const {effects, saved} = scripted();
  await measureLab(planFor(), effects);
  const machine = {id: "m", cpu: "c", cores: 2, memoryBytes: 1, os: "linux", arch: "x64", virtual: null};
  const result = {format: FORMAT, lab: "scripted", machine, runs: [saved.at(-1)]};
  assert.deepEqual(checkResult(JSON.parse(JSON.stringify(result)), "saved"), result);
});

/** A run that was interrupted in its third block. */
async function interruptedRun(): Promise<{run: Run; saved: Run[]}> {
  const {effects, saved} = scripted({
    ns: noisy,
    fails({order}) {
      if (order === 2 * CELLS.length + 4) throw new Interrupted("interrupted");
    }
  });
  return {run: await measureLab(planFor(), effects), saved};
}

test("an interrupted run keeps all that was measured, and is saved", async () => {
  const {run, saved} = await interruptedRun();
  assert.equal(run.ending, "interrupted");
  assert.equal(run.forks.length, 2 * CELLS.length + 4);
  assert.deepEqual(saved.at(-1), run);
});

test("a run that is continued goes on after its last block, in the order that the seed gives", async () => {
  const {run: from} = await interruptedRun();
  const before = structuredClone(from);
  const {effects, asked} = scripted({ns: noisy});
  const run = await measureLab(planFor({from}), effects);
  assert.equal(asked[0]!.block, 3);
  assert.equal(asked[0]!.order, before.forks.length);
  assert.deepEqual(run.forks.slice(0, before.forks.length), before.forks);
  assert.equal(run.started, before.started);
  assert.equal(run.ending, "blocks");
  const uninterrupted = scripted({ns: noisy});
  await measureLab(planFor(), uninterrupted.effects);
  assert.deepEqual(blocksOf(asked)[3], blocksOf(uninterrupted.asked)[3]);
});

test("a run that cannot be saved stops at once", async () => {
  const {effects, asked} = scripted();
  const full = {...effects, save: () => Promise.reject(new Error("no space"))};
  await assert.rejects(measureLab(planFor(), full), {message: "no space"});
  assert.equal(asked.length, CELLS.length);
});

test("a variant of another kind than its lab has the settings of its own kind", async () => {
  const plan = planFor();
  const variants = plan.lab.variants.map((variant) =>
    variant.name === "c" ? {...variant, kind: "allocation" as const} : variant
  );
  const {effects, asked} = scripted();
  await measureLab({...plan, lab: {...plan.lab, variants}}, effects);
  for (const {variant, settings} of asked) {
    assert.deepEqual(settings, settingsFor(variant === "c" ? "allocation" : "compute", "quick"));
  }
});

test("progress names what is being measured", async () => {
  const {effects, told} = scripted();
  await measureLab(planFor(), effects);
  assert.deepEqual([...new Set(told)].sort(), [...CELLS].sort());
});
