import assert from "node:assert/strict";
import {test} from "node:test";
import {syntheticRun} from "#lib/synthetic-run.js";
import {forkTable, timesBySize} from "./fork-table.js";

const run = syntheticRun({times: {a: 1000, b: 2000}, sizes: [100, 10], spread: 0, blocks: 6});

test("a fork is a row, with its time for one operation", () => {
  const forks = forkTable(run);
  assert.equal(forks.numRows(), run.forks.length);
  assert.deepEqual(forks.columnNames(), ["variant", "size", "block", "ns"]);
});

test("times are medians over forks, one a variant and size, sizes ascending", () => {
  const times = timesBySize(run);
  assert.deepEqual(
    times.map(({variant, size}) => `${variant} ${size}`),
    ["a 10", "b 10", "a 100", "b 100"]
  );
  const slowed = {
    ...run,
    forks: run.forks.map((fork) =>
      fork.block === 0 ? {...fork, samplesNs: fork.samplesNs.map((ns) => ns * 50)} : fork
    )
  };
  const before = times.map(({ns}) => ns);
  for (const [index, {ns}] of timesBySize(slowed).entries())
    assert.ok(Math.abs(ns / before[index]! - 1) < 0.1, `${ns}`);
});
