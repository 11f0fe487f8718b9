import assert from "node:assert/strict";
import {test} from "node:test";
import {type Batches, calibrate, takeBatches, untilSteady} from "./batches.js";
import type {Settings} from "./measure.js";
import {median} from "./stats/median.js";

const US = 1e3;
const MS = 1e6;
const UNKNOWN = Number.POSITIVE_INFINITY;
const settings: Settings = {
  batchNs: 0.5 * MS,
  samples: 10,
  measureCapNs: 1000 * MS,
  patience: 3,
  warmupNs: 5 * MS,
  warmupCapNs: 100 * MS,
  steadyWithin: 0.015
};

/**
 * A world where time passes only in the variant, and one microsecond with every look at the clock. A busy neighbour
 * makes the variant take twice as long, and the empty calls after it; the chain waits for itself.
 */
function world(
  costNs: (call: number) => number,
  awayNs: (call: number) => number = () => 0,
  isBusy: (wallNs: number) => boolean = () => false
) {
  const spent = {wall: 0, cpu: 0, calls: 0};
  /** Looks at the clock that are left until the empty calls after a batch are over. */
  let emptyLooks = 0;
  const slowdown = () => (isBusy(spent.wall) ? 2 : 1);
  const run = () => {
    const [cost, away] = [costNs(spent.calls) * slowdown(), awayNs(spent.calls)];
    spent.calls++;
    spent.wall += cost + away;
    spent.cpu += cost;
    emptyLooks = 3;
  };
  const now = () => {
    const ns = US * (emptyLooks > 0 && emptyLooks < 3 ? slowdown() : 1);
    emptyLooks--;
    spent.wall += ns;
    spent.cpu += ns;
    return spent.wall;
  };
  const batches = (iterations: number): Batches => ({
    run,
    input: undefined,
    host: {now, cpuNs: () => spent.cpu},
    chainCalls: 1,
    emptyCalls: 1,
    iterations
  });
  return {spent, run, now, batches};
}

test("a batch is lengthened by doubling until it is long enough, then cut to length", () => {
  const {run, now, spent} = world(() => 10 * US);
  assert.equal(calibrate(run, undefined, now, 500 * US), 50);
  assert.equal(spent.calls, 1 + 2 + 4 + 8 + 16 + 32 + 64 + 64);
});

test("neither a cold first call nor a preempted one decides the length", () => {
  const cold = world((call) => (call === 0 ? 5 * MS : 10 * US));
  assert.equal(calibrate(cold.run, undefined, cold.now, 500 * US), 50);
  const preempted = world(
    () => 10 * US,
    (call) => (call === 5 ? 5 * MS : 0)
  );
  assert.equal(calibrate(preempted.run, undefined, preempted.now, 500 * US), 50);
});

test("work that takes longer than a batch is timed one iteration at a time", () => {
  const {run, now} = world(() => 7 * MS);
  assert.equal(calibrate(run, undefined, now, 500 * US), 1);
});

test("work that stays the same is steady after the least warm-up", () => {
  const {batches, spent} = world(() => 10 * US);
  assert.equal(untilSteady(batches(50), settings.batchNs, settings), true);
  assert.ok(spent.wall >= settings.warmupNs);
  assert.ok(spent.wall < settings.warmupCapNs);
});

test("work that becomes faster is steady only when it no longer does", () => {
  const {batches, spent} = world((call) => (call < 2000 ? 20 - call / 200 : 10) * US);
  assert.equal(untilSteady(batches(50), settings.batchNs, settings), true);
  assert.ok(spent.calls > 2000);
});

test("work that never settles is reported as not steady when the time is over", () => {
  const {batches, spent} = world((call) => 10 * US * 1.0001 ** call);
  assert.equal(untilSteady(batches(50), settings.batchNs, settings), false);
  assert.ok(spent.wall > settings.warmupCapNs);
});

test("batches that became too short while the work warmed up are lengthened", () => {
  const {batches, spent} = world(() => 1 * US);
  untilSteady(batches(1), settings.batchNs, settings);
  assert.ok(spent.calls / (spent.wall / settings.batchNs) > 250, "most of the time is spent in long batches");
});

test("as many batches are kept as were asked for, each beside its reference", () => {
  const {batches} = world(() => 10 * US);
  const {samplesNs, referenceNs, dropped} = takeBatches(batches(50), settings, UNKNOWN);
  assert.deepEqual(samplesNs, Array(10).fill(10_020));
  assert.deepEqual(referenceNs, Array(10).fill(0.5));
  assert.equal(dropped, 0);
});

test("a batch in which the process did not run is dropped and counted", () => {
  const {batches} = world(
    (call) => (call + 100) * US,
    (call) => (call === 2 || call === 5 ? 4 * MS : 0)
  );
  const {samplesNs, dropped} = takeBatches(batches(1), settings, UNKNOWN);
  assert.equal(dropped, 2);
  assert.deepEqual(
    samplesNs.map((ns) => Math.round(ns / US) - 101),
    [0, 1, 3, 4, 6, 7, 8, 9, 10, 11]
  );
});

test("an absence of 25 microseconds, or of three per cent of a long batch, is let pass", () => {
  const short = world(
    () => 100 * US,
    () => 24 * US
  );
  assert.equal(takeBatches(short.batches(1), settings, UNKNOWN).dropped, 0);
  const long = world(
    () => 5 * MS,
    () => 140 * US
  );
  assert.equal(takeBatches(long.batches(1), settings, UNKNOWN).dropped, 0);
});

test("a batch beside which empty calls take longer is dropped, however long the variant itself takes", () => {
  const neighbour = (wallNs: number) => wallNs > 3 * MS && wallNs < 30 * MS;
  const {batches} = world(
    (call) => (call + 400) * US,
    () => 0,
    neighbour
  );
  const {samplesNs, dropped, emptyCallNs} = takeBatches(batches(1), settings, UNKNOWN);
  assert.equal(samplesNs.length, 10);
  assert.ok(dropped > 10, `${dropped} dropped`);
  assert.equal(emptyCallNs, 1 * US);
  const quick = samplesNs.filter((ns) => ns < 510 * US);
  assert.ok(quick.length >= 9, "all but the one in which the neighbour went");
});

test("a neighbour that never rests is not noticed by a fork that nobody told what is quiet", () => {
  const {batches} = world(
    () => 100 * US,
    () => 0,
    () => true
  );
  const {samplesNs, dropped, emptyCallNs} = takeBatches(batches(1), settings, UNKNOWN);
  assert.deepEqual([samplesNs.length, dropped, emptyCallNs], [10, 0, 2 * US]);
});

test("a fork that knows what is quiet waits for it, as long as it has patience", () => {
  const quietSteps = 2000;
  const short = {...settings, measureCapNs: 10 * MS};
  const busyUntil = (end: number) =>
    world(
      () => 500 * US,
      () => 0,
      (wallNs) => wallNs < end
    );
  const rewarded = takeBatches(busyUntil(20 * MS).batches(1), short, quietSteps);
  const quick = rewarded.samplesNs.filter((ns) => ns < 510 * US);
  assert.deepEqual([rewarded.samplesNs.length, quick.length], [7, 6], "all but the one in which the neighbour went");
  const inVain = busyUntil(100 * MS);
  const {samplesNs, dropped} = takeBatches(inVain.batches(1), short, quietSteps);
  assert.deepEqual(
    samplesNs.filter((ns) => ns < 990 * US),
    []
  );
  assert.equal(samplesNs.length + dropped, inVain.spent.calls);
  assert.ok(inVain.spent.wall < 32 * MS, "three times the cap, and the batch under way");
});

test("where every batch was preempted, the half that suffered least is kept, in order of time", () => {
  const away = (call: number) => (1 + ((call * 7) % 30)) * 100 * US;
  const {batches, spent} = world(() => 500 * US, away);
  const {samplesNs, dropped} = takeBatches(batches(1), {...settings, measureCapNs: 60 * MS}, UNKNOWN);
  assert.equal(dropped, spent.calls - samplesNs.length);
  const absences = Array.from({length: spent.calls}, (_, call) => away(call));
  const middle = median(absences);
  assert.deepEqual(
    samplesNs.map((ns) => Math.round((ns - 501 * US) / US)),
    absences.filter((ns) => ns <= middle).map((ns) => ns / US)
  );
});

test("when the time is over at least seven batches have been taken", () => {
  const {batches, spent} = world(() => 900 * MS);
  assert.equal(takeBatches(batches(1), settings, UNKNOWN).samplesNs.length, 7);
  assert.equal(spent.calls, 7);
});

test("without processor time no batch is dropped", () => {
  const {batches} = world(
    () => 100 * US,
    () => 10 * MS
  );
  const {host, ...rest} = batches(1);
  const taken = takeBatches({...rest, host: {now: host.now}}, settings, UNKNOWN);
  assert.deepEqual([taken.samplesNs.length, taken.dropped], [10, 0]);
});
