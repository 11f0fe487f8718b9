import assert from "node:assert/strict";
import {relative} from "node:path";
import {test} from "node:test";
import {currentHashes} from "./measure/runtimes/current-hashes.js";
import {runtimeText} from "./measure/runtimes/runtime.js";
import {labFile, labNames, ROOT, readResult, referenceFiles} from "./store.js";

const files = await referenceFiles();
const labs = await labNames();

test("every core lab has a reference result", async () => {
  const results = await Promise.all(files.map(readResult));
  assert.deepEqual([...new Set(results.map(({lab}) => lab))].sort(), labs);
});

test("all labs of a machine were measured on the same runtimes", async () => {
  const measured = new Map<string, Set<string>>();
  for (const {machine, runs} of await Promise.all(files.map(readResult))) {
    const on = runs.map(({runtime}) => runtimeText(runtime)).sort();
    measured.set(machine.id, (measured.get(machine.id) ?? new Set()).add(on.join(", ")));
  }
  for (const [machine, lists] of measured) assert.equal(lists.size, 1, `${machine}: ${[...lists].join(" / ")}`);
});

for (const file of files) {
  test(`${relative(ROOT, file)} was made by the lab as it is now: if not, npm run reference`, async () => {
    const {lab, runs} = await readResult(file);
    const hashOn = await currentHashes(labFile(lab));
    for (const run of runs) {
      assert.equal(
        run.hash,
        hashOn(run.runtime.name),
        `${run.runtime.name} ${run.runtime.version} measured another version of the lab`
      );
      if (run.runtime.name === "node") assert.equal(run.effort, "precise", run.runtime.version);
      assert.deepEqual(run.failures, []);
      assert.ok(run.ending !== "interrupted" && run.ending !== "failed", `ended: ${run.ending}`);
    }
  });

  test(`${relative(ROOT, file)} holds the system Node, the current LTS and the newest Node`, async () => {
    const {runs} = await readResult(file);
    const majors = runs
      .filter(({runtime}) => runtime.name === "node")
      .map(({runtime}) => Number.parseInt(runtime.version, 10));
    assert.deepEqual(majors, [20, 24, 26]);
  });
}
