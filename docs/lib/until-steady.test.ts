import assert from "node:assert/strict";
import {test} from "node:test";
import {scripted, settings, upTo} from "./scripted-world.js";
import {hasSettled, untilSteady} from "./until-steady.js";

const US = 1e3;
const MS = 1e6;

test("work that stays the same is steady after the least warm-up", () => {
  const {batches, spent} = scripted({costNs: [10 * US]});
  assert.equal(untilSteady(batches(50), settings.batchNs, settings), true);
  assert.ok(spent.wall >= settings.warmupNs);
  assert.ok(spent.wall < settings.warmupCapNs);
});

test("work that becomes faster is steady only when it no longer does", () => {
  const {batches, spent} = scripted({costNs: upTo(2001, (call) => (20 - call / 200) * US)});
  assert.equal(untilSteady(batches(50), settings.batchNs, settings), true);
  assert.ok(spent.calls > 2000);
});

test("work that never settles is reported as not steady when the time is over", () => {
  const {batches, spent} = scripted({costNs: upTo(9000, (call) => Math.round(10 * US * 1.0001 ** call))});
  assert.equal(untilSteady(batches(50), settings.batchNs, settings), false);
  assert.ok(spent.wall > settings.warmupCapNs);
});

test("batches that became too short while the work warmed up are lengthened", () => {
  const {batches, spent} = scripted({costNs: [1 * US]});
  untilSteady(batches(1), settings.batchNs, settings);
  assert.ok(spent.calls / (spent.wall / settings.batchNs) > 250, "most of the time is spent in long batches");
});

test("a neighbour that comes and goes does not keep work from being steady", () => {
  const neighbourNs = upTo(20, (change) => (change % 2 === 0 ? 6 * change + 4 : 6 * (change + 1)) * MS);
  const {batches} = scripted({costNs: [500 * US], neighbourNs});
  assert.equal(untilSteady(batches(1), settings.batchNs, settings), true);
});

test("batches that were kept tell whether the work had settled, whatever the clock did meanwhile", () => {
  const taken = (samplesNs: number[], referenceNs = samplesNs.map(() => 1)) => ({
    samplesNs,
    referenceNs,
    dropped: 0,
    emptyCallNs: 3
  });
  assert.equal(hasSettled(taken([100, 101, 100, 101, 100, 101, 100, 101]), 0.015), true);
  assert.equal(hasSettled(taken([104, 104, 103, 103, 102, 102, 100, 100]), 0.015), false);
  assert.equal(hasSettled(taken([100, 100, 100, 200, 200, 200, 200], [1, 1, 1, 2, 2, 2, 2]), 0.015), true);
  assert.equal(hasSettled(taken([100, 100, 100]), 0.015), false, "three are too few");
});
