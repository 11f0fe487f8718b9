import assert from "node:assert/strict";
import {test} from "node:test";
import {scripted, settings, upTo} from "./scripted-world.js";
import {median} from "./stats/median.js";
import {takeBatches} from "./take-batches.js";

const US = 1e3;
const MS = 1e6;
const UNKNOWN = Number.POSITIVE_INFINITY;

test("as many batches are kept as were asked for, each beside its reference", () => {
  const {batches} = scripted({costNs: [10 * US]});
  const {samplesNs, referenceNs, dropped} = takeBatches(batches(50), settings, UNKNOWN);
  assert.deepEqual(samplesNs, Array(10).fill(10_020));
  assert.deepEqual(referenceNs, Array(10).fill(0.5));
  assert.equal(dropped, 0);
});

test("a batch in which the process did not run is dropped and counted", () => {
  const {batches} = scripted({
    costNs: upTo(50, (call) => (call + 100) * US),
    awayNs: upTo(50, (call) => (call === 2 || call === 5 ? 4 * MS : 0))
  });
  const {samplesNs, dropped} = takeBatches(batches(1), settings, UNKNOWN);
  assert.equal(dropped, 2);
  assert.deepEqual(
    samplesNs.map((ns) => Math.round(ns / US) - 101),
    [0, 1, 3, 4, 6, 7, 8, 9, 10, 11]
  );
});

test("an absence of 25 microseconds, or of three per cent of a long batch, is let pass", () => {
  const short = scripted({costNs: [100 * US], awayNs: [24 * US]});
  const taken = takeBatches(short.batches(1), settings, UNKNOWN);
  assert.deepEqual([taken.samplesNs.length, taken.dropped], [10, 0]);
  const long = scripted({costNs: [5 * MS], awayNs: [140 * US]});
  const longer = takeBatches(long.batches(1), settings, UNKNOWN);
  assert.deepEqual([longer.samplesNs.length, longer.dropped], [10, 0]);
});

test("a batch beside which empty calls take longer is dropped, however long the variant itself takes", () => {
  const {batches} = scripted({costNs: upTo(200, (call) => (call + 400) * US), neighbourNs: [3 * MS, 30 * MS]});
  const {samplesNs, dropped, emptyCallNs} = takeBatches(batches(1), settings, UNKNOWN);
  assert.equal(samplesNs.length, 10);
  assert.ok(dropped > 10, `${dropped} dropped`);
  assert.equal(emptyCallNs, 1 * US);
  const quick = samplesNs.filter((ns) => ns < 510 * US);
  assert.ok(quick.length >= 9, "all but the one in which the neighbour went");
});

test("a neighbour that never rests is not noticed by a fork that nobody told what is quiet", () => {
  const {batches} = scripted({costNs: [100 * US], neighbourNs: [0]});
  const {samplesNs, dropped, emptyCallNs} = takeBatches(batches(1), settings, UNKNOWN);
  assert.deepEqual([samplesNs.length, dropped, emptyCallNs], [10, 0, 2 * US]);
});

test("a fork that knows what is quiet waits for it, as long as it has patience", () => {
  const quietSteps = 2000;
  const short = {...settings, measureCapNs: 10 * MS};
  const busyUntil = (end: number) => scripted({costNs: [500 * US], neighbourNs: [0, end]});
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

test("batches that counted are dropped when a later one shows what quiet is", () => {
  const {batches} = scripted({costNs: [500 * US], neighbourNs: [0, 3 * MS]});
  const {samplesNs, dropped} = takeBatches(batches(1), settings, UNKNOWN);
  const quick = samplesNs.filter((ns) => ns < 510 * US);
  assert.deepEqual([samplesNs.length, quick.length], [10, 9], "all but the one in which the neighbour went");
  assert.equal(dropped, 2);
});

test("where every batch was preempted, the half that suffered least is kept, in order of time", () => {
  const away = (call: number) => (1 + ((call * 7) % 30)) * 100 * US;
  const {batches, spent} = scripted({costNs: [500 * US], awayNs: upTo(200, away)});
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
  const {batches, spent} = scripted({costNs: [900 * MS]});
  assert.equal(takeBatches(batches(1), settings, UNKNOWN).samplesNs.length, 7);
  assert.equal(spent.calls, 7);
});

test("without processor time no batch is dropped", () => {
  const {batches} = scripted({costNs: [100 * US], awayNs: [10 * MS], withoutCpuTime: true});
  const taken = takeBatches(batches(1), settings, UNKNOWN);
  assert.deepEqual([taken.samplesNs.length, taken.dropped], [10, 0]);
});
