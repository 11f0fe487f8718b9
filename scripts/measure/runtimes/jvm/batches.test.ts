import assert from "node:assert/strict";
import "../../../temporary-data.js";
import {test} from "node:test";
import {calibrate} from "#lib/batches.js";
import type {Settings} from "#lib/measure.js";
import {Quiet} from "#lib/quiet.js";
import {seededRandom} from "#lib/random.js";
import {type Script, scripted, settings, upTo} from "#lib/scripted-world.js";
import {type Taken, takeBatches} from "#lib/take-batches.js";
import {hasSettled} from "#lib/until-steady.js";
import {askProbe, javas} from "./ask-probe.js";

const {handles, skip} = await javas();

const US = 1e3;
const MS = 1e6;

/** Batches to be taken in a world, and what is known of the machine. */
interface Asked {
  readonly world: Script;
  readonly settings: Settings;
  readonly iterations: number;
  /** Steps of the chain that an empty call takes at best; unknown, if left out. */
  readonly atBest?: number;
}

/** What taking them gave, and what it cost. */
interface Given {
  readonly taken: Taken;
  readonly wallNs: number;
  readonly calls: number;
  /** Whether the batches that were kept agree. */
  readonly settled: boolean;
}

const give = (calls: readonly object[], what: string) =>
  askProbe(
    handles.at(-1)!,
    calls.map((call) => ({give: what, ...call}))
  );

/** What docs/lib/take-batches.ts and the harness take, which is the same. */
async function take(...asked: readonly Asked[]): Promise<Given[]> {
  const given = await give(asked, "take");
  const expected = asked.map(({world, settings: own, iterations, atBest = Number.POSITIVE_INFINITY}) => {
    const {batches, spent} = scripted(world);
    const taken = takeBatches(batches(iterations), own, atBest);
    const settled = hasSettled(taken, own.steadyWithin);
    return {taken, wallNs: spent.wall, calls: spent.calls, settled};
  });
  assert.deepEqual(given, expected);
  return expected;
}

const one = async (world: Script, change: Partial<Asked> = {}) =>
  (await take({world, settings, iterations: 1, ...change}))[0]!;

test("a batch is lengthened by doubling until it is long enough, then cut to length", {skip}, async () => {
  const cold: Script = {costNs: [5 * MS, 10 * US]};
  const preempted: Script = {costNs: [10 * US], awayNs: [0, 0, 0, 0, 0, 5 * MS, 0]};
  const worlds: Script[] = [{costNs: [10 * US]}, {costNs: [7 * MS]}, cold, preempted];
  const given = (await give(
    worlds.map((world) => ({world, settings})),
    "calibrate"
  )) as {iterations: number; calls: number}[];
  const expected = worlds.map((world) => {
    const {run, now, spent} = scripted(world);
    return {iterations: calibrate(run, undefined, now, settings.batchNs), wallNs: spent.wall, calls: spent.calls};
  });
  assert.deepEqual(given, expected);
  assert.deepEqual(
    given.map(({iterations}) => iterations),
    [50, 1, 50, 50]
  );
});

test("as many batches are kept as were asked for, each beside its reference", {skip}, async () => {
  const {taken} = await one({costNs: [10 * US]}, {iterations: 50});
  assert.deepEqual([taken.samplesNs.length, taken.dropped], [10, 0]);
});

test("a batch in which the thread did not run is dropped and counted", {skip}, async () => {
  const costNs = upTo(20, (call) => (call + 100) * US);
  const {taken} = await one({costNs, awayNs: upTo(7, (call) => (call === 2 || call === 5 ? 4 * MS : 0))});
  assert.equal(taken.dropped, 2);
});

test("an absence of 25 microseconds, or of three per cent of a long batch, is let pass", {skip}, async () => {
  const away = async (costNs: number, awayNs: number) => {
    const world = {costNs: [costNs], awayNs: [awayNs]};
    return (await one(world, {settings: {...settings, measureCapNs: 100 * MS}})).calls;
  };
  assert.deepEqual([await away(100 * US, 24 * US), await away(5 * MS, 140 * US)], [10, 10]);
  assert.ok((await away(100 * US, 30 * US)) > 10 && (await away(5 * MS, 170 * US)) > 10);
});

test("a collection stops the thread and is no absence", {skip}, async () => {
  const world: Script = {costNs: [2 * MS], awayNs: [4 * MS]};
  const [given] = await give([{world: {...world, collectionMs: 3}, settings, iterations: 1}], "take");
  const {taken} = given as Given;
  assert.deepEqual([taken.samplesNs.length, taken.dropped], [10, 0]);
  assert.ok((await one(world)).calls > 10, "without a collection it is one");
});

test("a batch beside which empty calls take longer is dropped, however long the variant itself takes", {
  skip
}, async () => {
  const costNs = upTo(200, (call) => (call + 400) * US);
  const {taken} = await one({costNs, neighbourNs: [3 * MS, 30 * MS]});
  assert.deepEqual([taken.samplesNs.length, taken.emptyCallNs], [10, 1 * US]);
  assert.ok(taken.dropped > 10, `${taken.dropped} dropped`);
});

test("a neighbour that never rests is noticed only by a fork that was told what is quiet", {skip}, async () => {
  const busy: Script = {costNs: [100 * US], neighbourNs: [0]};
  const short = {...settings, measureCapNs: 10 * MS};
  const untold = await one(busy, {settings: short});
  assert.deepEqual([untold.taken.samplesNs.length, untold.taken.dropped, untold.taken.emptyCallNs], [10, 0, 2 * US]);
  const told = await one(busy, {settings: short, atBest: 2000});
  assert.ok(told.calls > 10 && told.wallNs > 30 * MS, "it waits as long as it has patience");
});

test("a fork that knows what is quiet waits for it, as long as it has patience", {skip}, async () => {
  const short = {...settings, measureCapNs: 10 * MS};
  const busyUntil = (ns: number): Script => ({costNs: [500 * US], neighbourNs: [0, ns]});
  const known = {settings: short, atBest: 2000};
  const rewarded = await one(busyUntil(20 * MS), known);
  assert.equal(rewarded.taken.samplesNs.length, 7);
  const inVain = await one(busyUntil(100 * MS), known);
  assert.ok(inVain.wallNs > 30 * MS && inVain.wallNs < 32 * MS, "three times the cap, and the batch under way");
  const {patience: _, ...impatient} = short;
  const hasty = await one(busyUntil(100 * MS), {...known, settings: impatient});
  assert.ok(hasty.wallNs < 12 * MS, "without patience the cap, and the batch under way");
});

test("where every batch was preempted, the half that suffered least is kept, in order of time", {skip}, async () => {
  const awayNs = upTo(200, (call) => (1 + ((call * 7) % 30)) * 100 * US);
  const {taken, calls} = await one({costNs: [500 * US], awayNs}, {settings: {...settings, measureCapNs: 60 * MS}});
  assert.equal(taken.dropped, calls - taken.samplesNs.length);
  assert.ok(Math.abs(taken.dropped - calls / 2) <= 3, `${taken.dropped} of ${calls}`);
});

test("when the time is over at least seven batches have been taken", {skip}, async () => {
  const {taken, calls} = await one({costNs: [900 * MS]});
  assert.deepEqual([taken.samplesNs.length, calls], [7, 7]);
});

test("without processor time no batch is dropped", {skip}, async () => {
  const {taken} = await one({costNs: [100 * US], awayNs: [10 * MS], withoutCpuTime: true});
  assert.deepEqual([taken.samplesNs.length, taken.dropped], [10, 0]);
});

test("whatever happens beside batches, docs/lib/take-batches.ts chooses the same", {skip}, async () => {
  const random = seededRandom(5);
  const below = (bound: number) => Math.floor(random() * bound);
  const asked = upTo(60, (): Asked => {
    const neighbourNs = upTo(below(7), () => below(80) * MS).sort((a, b) => a - b);
    const awayNs = upTo(12, () => (random() < 0.3 ? below(300) * US : 0));
    const world = {costNs: upTo(12, () => (20 + below(1500)) * US), awayNs: [...awayNs, 0], neighbourNs};
    const own = {...settings, samples: 3 + below(20), measureCapNs: below(60) * MS, patience: 1 + below(4)};
    const known = random() < 0.5 ? {} : {atBest: 1500 + below(3000)};
    return {world, settings: own, iterations: 1 + below(3), ...known};
  });
  const given = await take(...asked);
  const halved = given.filter(({taken}) => taken.samplesNs.length < 7);
  assert.ok(halved.length > 5 && halved.length < 55, `${halved.length} of 60 kept less than a fork should`);
  const steady: Script[] = [{costNs: [500 * US]}, {costNs: upTo(40, (call) => (500 + 10 * call) * US)}];
  const both = await take(...steady.map((world) => ({world, settings, iterations: 1})));
  assert.deepEqual(
    both.map(({settled}) => settled),
    [true, false]
  );
});

test("what is known of the best grows as docs/lib/quiet.ts has it", {skip}, async () => {
  const random = seededRandom(6);
  const pairs = upTo(100, () => [1 + random() * 2, 0.9 + random()] as const);
  for (const told of [undefined, 1.2]) {
    const quiet = new Quiet(told ?? Number.POSITIVE_INFINITY);
    const expected = pairs.map(([callNs, stepNs]) => [quiet.add(callNs, stepNs), quiet.atBest]);
    assert.deepEqual(await give([{pairs, ...(told !== undefined && {told})}], "quiet"), [expected]);
  }
});
