import assert from "node:assert/strict";
import {test} from "node:test";
import {calibrate} from "./batches.js";
import {scripted, upTo} from "./scripted-world.js";

const US = 1e3;
const MS = 1e6;

test("a batch is lengthened by doubling until it is long enough, then cut to length", () => {
  const {run, now, spent} = scripted({costNs: [10 * US]});
  assert.equal(calibrate(run, undefined, now, 500 * US), 50);
  assert.equal(spent.calls, 1 + 2 + 4 + 8 + 16 + 32 + 64 + 64);
});

test("neither a cold first call nor a preempted one decides the length", () => {
  const cold = scripted({costNs: [5 * MS, 10 * US]});
  assert.equal(calibrate(cold.run, undefined, cold.now, 500 * US), 50);
  const preempted = scripted({costNs: [10 * US], awayNs: upTo(7, (call) => (call === 5 ? 5 * MS : 0))});
  assert.equal(calibrate(preempted.run, undefined, preempted.now, 500 * US), 50);
});

test("work that takes longer than a batch is timed one iteration at a time", () => {
  const {run, now} = scripted({costNs: [7 * MS]});
  assert.equal(calibrate(run, undefined, now, 500 * US), 1);
});
