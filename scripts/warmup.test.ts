import assert from "node:assert/strict";
import {basename, dirname, relative} from "node:path";
import {test} from "node:test";
import {summaryOf} from "#lib/warmup/summary.js";
import {currentHashes} from "./measure/runtimes/current-hashes.js";
import {committedWarmups} from "./site/warmups.js";
import {labFile, ROOT} from "./store.js";
import {readWarmup} from "./warmup/warmup-store.js";

const files = committedWarmups();

test("there are committed warm-up curves", () => assert.ok(files.length > 0));

for (const file of files) {
  const what = relative(ROOT, file);

  test(`${what} was measured by the lab as it is now, on the machine of its folder: if not, lab warmup --out`, async () => {
    const {lab, machine, series} = readWarmup(file)!;
    assert.deepEqual([`${lab}.json`, machine.id], [basename(file), basename(dirname(file))]);
    const hashOn = await currentHashes(labFile(lab));
    for (const {runtime, tier, hash} of series) {
      assert.equal(
        hash,
        hashOn(runtime.name),
        `${runtime.name} ${runtime.version}, ${tier}: another version of the lab`
      );
    }
  });

  test(`${what} holds at least five processes of everything, each long enough to be judged`, () => {
    for (const one of readWarmup(file)!.series) {
      const where = `${one.variant} at ${one.size} on ${one.runtime.name} ${one.runtime.version}, ${one.tier}`;
      assert.ok(one.processes.length >= 5, where);
      assert.deepEqual(one.failures, [], where);
      assert.notEqual(summaryOf(one).class, "too few calls", where);
    }
  });
}
