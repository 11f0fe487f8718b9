import assert from "node:assert/strict";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {writeLab} from "../lab-process.js";
import {TEMPORARY} from "../temporary-data.js";
import type {ProgressState} from "../terminal/progress.js";
import type {Chosen} from "./runtimes/find-runtimes.js";
import type {SessionOptions} from "./session.js";

const [{localFile, partialFile, readResult}, {compileLab}, {node, nodeRuntime}, {thisNode}, {runSession}] =
  await Promise.all([
    import("../store.js"),
    import("./compile.js"),
    import("./runtimes/node.js"),
    import("./runtimes/choose.js"),
    import("./session.js")
  ]);

const source = writeLab("sums.ts");
const twin = writeLab("elsewhere/sums.ts");
writeFileSync(twin, readFileSync(twin, "utf8").replace("random() * 1000)", "random() * 1000) + 1"));

/** A runtime that calls itself otherwise: this Node.js, with twins of its own, and none for the self-check. */
function other(required = true, twins: Readonly<Record<string, string>> = {[source]: twin}): Chosen {
  const name = "other";
  const handle = {...nodeRuntime(), name, version: "1.0.0"};
  const compile = async (file: string) => (twins[file] === undefined ? null : compileLab(twins[file]));
  return {kind: {...node, name, compile}, handle, required};
}

async function session(change: Partial<SessionOptions>, onProgress: (state: ProgressState) => void = () => {}) {
  const said: string[] = [];
  const checked: string[] = [];
  const measured = await runSession(
    {
      labs: [source],
      wanted: {sizes: [50]},
      effort: "quick",
      margin: 0.5,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      ...change
    },
    {
      progress: onProgress,
      say: (line) => void said.push(line),
      selfChecked: (_, runtime) => void checked.push(runtime),
      measured: () => {}
    }
  );
  return {measured, said, checked};
}

const own = `node ${process.versions.node}`;

test("blocks of all runtimes alternate, each has its own run in one file, and answers that differ are said", async () => {
  const seen: string[] = [];
  const {measured, said, checked} = await session({runtimes: [thisNode(), other()]}, ({lab, what, block}) => {
    if (lab === "sums") seen.push(`${block} ${what.split(":")[0]}`);
  });
  const steps = [...new Set(seen)];
  for (let block = 1; block <= 6; block++) {
    const round = steps.slice(2 * block - 2, 2 * block).sort();
    assert.deepEqual(round, [`${block} ${own}`, `${block} other 1.0.0`], steps.join());
  }
  assert.deepEqual([checked, said], [[own], ["other 1.0.0: no self-check, for its lab has no twin there"]]);
  const {runs} = await readResult(localFile("sums"));
  assert.deepEqual(
    runs,
    measured[0]!.runs.map(({run}) => run)
  );
  assert.deepEqual(
    runs.map(({runtime, selfCheck}) => [runtime.name, selfCheck.length > 0]),
    [
      ["node", true],
      ["other", false]
    ]
  );
  assert.deepEqual(runs[0]!.notes.join().includes("not the same work"), false);
  assert.match(runs[1]!.notes.join(), new RegExp(`not the same work as on ${own}, .*loop at 50 gave \\d+, not \\d+`));
  assert.ok(!existsSync(partialFile("sums")));
});

const evidence = {
  ...{hash: "0".repeat(64), files: ["labs/a/lab.ts"], gathered: "2026-12-01", seconds: 1, seed: 1, unavailable: []},
  cells: [{variant: "loop", size: 50, ropes: 0}]
};

test("a runtime that is asked about what it measured is asked after the last block, and what it says is kept", async () => {
  let last = "";
  const asked: unknown[] = [];
  const options = {
    runtimes: [thisNode(), other()],
    explain: async (file: string, {chosen, measured}: {chosen: Chosen; measured: readonly unknown[]}) => {
      asked.push([file, chosen.handle.name, measured, last]);
      return chosen.handle.name === "node" ? evidence : null;
    }
  };
  await session(options, ({lab, block}) => {
    last = `${lab} ${block}`;
  });
  const cells = ["loop", "reduce"].map((variant) => ({variant, size: 50}));
  const sorted = asked.map((one) => JSON.stringify(one));
  assert.deepEqual(
    sorted,
    ["node", "other"].map((name) => JSON.stringify([source, name, cells, "sums 6"]))
  );
  const {runs} = await readResult(localFile("sums"));
  assert.deepEqual(
    runs.map((run) => run.evidence),
    [evidence, undefined]
  );
});

test("a session that is interrupted keeps a run for each runtime, and the same one continues all of them", async () => {
  const controller = new AbortController();
  const runtimes = [thisNode(), other()];
  const interrupted = await session({runtimes, signal: controller.signal}, ({lab, block}) => {
    if (lab === "sums" && block === 3) controller.abort();
  });
  const before = interrupted.measured[0]!.runs.map(({run}) => run);
  assert.deepEqual(
    before.map(({ending}) => ending),
    ["interrupted", "interrupted"]
  );
  const partial = await readResult(partialFile("sums"));
  assert.deepEqual(
    partial.runs.map(({forks}) => forks),
    before.map(({forks}) => forks)
  );
  const {measured, said} = await session({runtimes});
  for (const [index, {run}] of measured[0]!.runs.entries()) {
    const earlier = before[index]!;
    assert.deepEqual(run.forks.slice(0, earlier.forks.length), earlier.forks);
    assert.equal(run.seed, earlier.seed);
    assert.notEqual(run.ending, "interrupted");
  }
  assert.equal(said.filter((line) => line.includes("continues the run that was interrupted")).length, 2);
  assert.ok(!existsSync(partialFile("sums")));
});

test("a lab without a twin, or with a broken one, leaves a runtime out by name if it was not asked for by name", async () => {
  const none = await session({runtimes: [thisNode(), other(false, {})], effort: "quick"});
  assert.ok(none.said.includes("sums: other 1.0.0 is left out: there is no twin for other"));
  assert.equal(none.measured[0]!.runs.length, 1);
  const broken = join(TEMPORARY, "broken.ts");
  writeFileSync(broken, "export default {};\n");
  await assert.rejects(
    session({runtimes: [thisNode(), other(true, {[source]: broken})]}),
    /setup: expected a function/
  );
  await assert.rejects(session({runtimes: [other(true, {})]}), /there is nothing to measure/);
});

test("a variant that only one runtime has is measured there, and one that none has is refused", async () => {
  const more = writeLab("more/sums.ts", {numpy: "return values.reduce((sum, value) => sum + value, 0);"});
  const runtimes = [thisNode(), other(true, {[source]: more})];
  const {measured, said} = await session({runtimes, wanted: {sizes: [50], variants: ["numpy"]}, budgetSeconds: 1});
  assert.deepEqual(
    measured[0]!.runs.map(({run}) => run.runtime.name),
    ["other"]
  );
  assert.ok(said.includes(`sums: ${own} is left out: its twin has nothing of what is wanted`));
  await assert.rejects(session({runtimes, wanted: {variants: ["pandas"]}}), {message: "--variant: no variant pandas"});
});
