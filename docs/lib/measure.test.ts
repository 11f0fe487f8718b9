import assert from "node:assert/strict";
import {performance} from "node:perf_hooks";
import {test} from "node:test";
import type {Lab} from "./lab.js";
import {prepared} from "./lab.js";
import {type ForkRequest, type Host, measureFork} from "./measure.js";
import {checkFork} from "./result.js";

const MS = 1e6;
const settings = {
  batchNs: 0.05 * MS,
  samples: 7,
  measureCapNs: 20 * MS,
  patience: 3,
  warmupNs: 1 * MS,
  warmupCapNs: 10 * MS,
  steadyWithin: 1
};
const request: ForkRequest = {block: 3, order: 17, variant: "sum", size: 100, seed: 5, settings};
const fine = () => performance.now() * 1e6;

const lab: Lab<number[]> = {
  question: "?",
  kind: "compute",
  unit: "element",
  sizes: [100],
  setup: (size, random) => Array.from({length: size}, random),
  baseline: "sum",
  variants: {
    sum: (values) => values.reduce((a, b) => a + b),
    prepared: prepared({
      prepare: (values: number[]) => Float64Array.from(values),
      run: (values) => values.reduce((a, b) => a + b)
    }),
    nothing: ((values: number[]) => void values.length) as never,
    later: (async (values: number[]) => values.length) as never,
    throws() {
      throw new RangeError("boom");
    }
  },
  claims: []
};

test("a fork says which it is, and passes the check of every fork", async () => {
  const {fork} = await measureFork(lab, request, {now: fine});
  assert.deepEqual(checkFork(JSON.parse(JSON.stringify(fork)), "fork"), fork);
  const {block, order, variant, size, collections} = fork;
  assert.deepEqual([block, order, variant, size, collections], [3, 17, "sum", 100, null]);
});

test("the data come from the seed alone, and a variant may prepare an input of its own", async () => {
  const answerTo = async (change: Partial<ForkRequest>) =>
    (await measureFork(lab, {...request, ...change}, {now: fine})).answer;
  const first = await answerTo({});
  assert.deepEqual(await answerTo({variant: "prepared"}), first);
  assert.notDeepEqual(await answerTo({seed: 6}), first);
});

test("a variant that answers nothing, or a promise, is refused and named", async () => {
  const measure = (variant: string) => measureFork(lab, {...request, variant}, {now: fine});
  await assert.rejects(
    measure("nothing"),
    /^TypeError: variant nothing at 100: expected .*, got nothing \(undefined\)/
  );
  await assert.rejects(measure("later"), /^TypeError: variant later at 100: expected .*, got a promise/);
  await assert.rejects(measure("throws"), /^RangeError: boom$/);
  await assert.rejects(measure("missing"), /^Error: the lab has no variant missing$/);
});

test("a coarse clock makes the batches longer: two hundred of its steps", async () => {
  const stepNs = 20_000;
  let worked = 0;
  const work = (values: number[]) => {
    worked += 0.1 * MS;
    return values.length;
  };
  const host = {now: () => Math.floor((fine() + worked) / stepNs) * stepNs};
  const {fork} = await measureFork({...lab, variants: {sum: work}}, request, host);
  assert.equal(fork.clockStepNs % stepNs, 0);
  assert.ok(fork.iterations > 10, `${fork.iterations}, where the usual batch holds less than one`);
});

test("garbage is collected once, before measuring, and collections are counted while batches run", async () => {
  const told: string[] = [];
  const host: Host = {
    now: fine,
    collect: () => void told.push("collect"),
    countCollections() {
      told.push("count");
      return async () => {
        told.push("stop");
        return {count: 2, ms: 0.5};
      };
    }
  };
  const {fork} = await measureFork(lab, request, host);
  assert.deepEqual(told, ["collect", "count", "stop"]);
  assert.deepEqual(fork.collections, {count: 2, ms: 0.5});
});
