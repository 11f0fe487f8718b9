import assert from "node:assert/strict";
import "../../../temporary-data.js";
import {test} from "node:test";
import {type Script, settings, upTo} from "#lib/scripted-world.js";
import {askProbe, javas} from "./ask-probe.js";

const {handles, skip} = await javas();

const US = 1e3;
const MS = 1e6;

/** How a warm-up ended. */
interface WarmedUp {
  readonly steady: boolean;
  readonly wallNs: number;
  readonly calls: number;
}

/** Warms up in this world. Rules of the harness alone: those of docs/lib/batches.ts know no compilers. */
async function warmUp(world: Script, iterations = 1): Promise<WarmedUp> {
  const [given] = await askProbe(handles.at(-1)!, [{give: "warmUp", world, settings, iterations}]);
  return given as WarmedUp;
}

test("work that stays the same is steady after the least warm-up", {skip}, async () => {
  const {steady, wallNs} = await warmUp({costNs: [10 * US]}, 50);
  assert.equal(steady, true);
  assert.ok(wallNs >= settings.warmupNs && wallNs < settings.warmupCapNs);
});

test("work that becomes faster is steady only when it no longer does", {skip}, async () => {
  const {steady, calls} = await warmUp({costNs: upTo(41, (call) => 1000 * US - call * 12_500)});
  assert.equal(steady, true);
  assert.ok(calls > 40, `${calls} calls`);
});

test("work that never settles is reported as not steady when the time is over", {skip}, async () => {
  const {steady, wallNs} = await warmUp({costNs: upTo(400, (call) => Math.round(500 * US * 1.005 ** call))});
  assert.equal(steady, false);
  assert.ok(wallNs > settings.warmupCapNs);
});

test("batches that became too short while the work warmed up are lengthened", {skip}, async () => {
  const {calls, wallNs} = await warmUp({costNs: [1 * US]});
  assert.ok(calls / (wallNs / settings.batchNs) > 250, "most of the time is spent in long batches");
});

test("batches that a neighbour disturbed are in no window: four of them would agree", {skip}, async () => {
  const {steady, wallNs} = await warmUp({costNs: [500 * US], neighbourNs: [3 * MS, 60 * MS]});
  assert.equal(steady, true);
  assert.ok(wallNs > 60 * MS, `${wallNs} ns`);
});

test("windows in which a compilation ended do not count", {skip}, async () => {
  const costNs = [500 * US];
  const [still, compiling] = [await warmUp({costNs}), await warmUp({costNs, compilations: 60})];
  assert.ok(still.steady && still.calls <= 60, `${still.calls} calls`);
  assert.ok(compiling.steady && compiling.calls > 60 + 33, `${compiling.calls} calls`);
});

test("a warm-up that waits for a processor has four times as long", {skip}, async () => {
  const {steady, wallNs} = await warmUp({costNs: upTo(400, (call) => (500 + call * 200) * US), awayNs: [20 * MS]});
  assert.equal(steady, false);
  assert.ok(wallNs > 4 * settings.warmupCapNs && wallNs < 5 * settings.warmupCapNs, `${wallNs} ns`);
});
