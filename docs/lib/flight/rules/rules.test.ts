import assert from "node:assert/strict";
import {test} from "node:test";
import type {Finding} from "../finding.js";
import {judgeThread} from "../judge-flight.js";
import {lateTurn, type SyntheticParts, syntheticFlight} from "../synthetic-flight.js";

const PARSE = "main (file:///app/main.js:1);parse (file:///app/orders.js:31)";

/** What one rule says of a flight. */
function judged(rule: string, parts: SyntheticParts): readonly Finding[] {
  const flight = syntheticFlight(parts);
  return judgeThread(flight, flight.threads[0]!, "/app/").filter((finding) => finding.rule === rule);
}

function verdicts(rule: string, parts: SyntheticParts): string[] {
  return judged(rule, parts).map(({verdict}) => verdict);
}

test("a blocked loop names the function that was at work, where it stands, and for how long", () => {
  const [finding, ...more] = judged("blocked-loop", {
    ms: 2000,
    stacks: [[500, 740, PARSE]],
    late: [lateTurn(500, 240)]
  });
  assert.deepEqual(more, []);
  assert.equal(finding!.says, "Loop blocked 240 ms by parse (orders.js:31)");
  assert.deepEqual(finding!.at, [{from: 500, to: 740}]);
  assert.match(finding!.evidence[0]!, /due at 0\.50 s came 240 ms late; 24 samples meanwhile, 100 % of it/);
});

test("blocks by one function are one finding, and the longest of them tells about it", () => {
  const late = [lateTurn(100, 60), lateTurn(300, 200), lateTurn(800, 90)];
  const stacks = late.map(({at, ms}) => [at, at + ms, PARSE] as const);
  const [finding] = judged("blocked-loop", {ms: 2000, stacks, late});
  assert.equal(finding!.says, "Loop blocked 3 times, up to 200 ms, 350 ms in all, by parse (orders.js:31)");
});

test("where helpers share the work, the function that called them is named", () => {
  const helpers = ["a", "b", "c", "d"].map(
    (name, index) => [500 + index * 50, 550 + index * 50, `${PARSE};${name} (file:///app/x.js:1)`] as const
  );
  const [finding] = judged("blocked-loop", {ms: 2000, stacks: helpers, late: [lateTurn(500, 200)]});
  assert.match(finding!.says, /by parse \(orders\.js:31\)$/);
});

test("where nobody has most of the stacks, those with the most are named", () => {
  const stacks = ["a", "b", "c"].map(
    (name, index) => [500 + index * 60, 560 + index * 60, `${name} (file:///app/x.js:${index + 1})`] as const
  );
  const [finding] = judged("blocked-loop", {ms: 2000, stacks, late: [lateTurn(500, 180)]});
  assert.match(finding!.says, /by several functions: a \(x\.js:1\); b \(x\.js:2\); c \(x\.js:3\)$/);
});

test("a function of Node through which everything passes is not named, one that works itself is", () => {
  const ticks = "processTicksAndRejections (node:internal/process/task_queues:72)";
  const names = ["a", "b", "c"];
  const passed = names.map((name, index) => [500 + index * 60, 560 + index * 60, `${ticks};${name}`] as const);
  const [spread] = judged("blocked-loop", {ms: 2000, stacks: passed, late: [lateTurn(500, 180)]});
  assert.match(spread!.says, /by several functions: a; b; c$/);
  const [self] = judged("blocked-loop", {ms: 2000, stacks: [[500, 680, ticks]], late: [lateTurn(500, 180)]});
  assert.match(self!.says, /by processTicksAndRejections/);
});

test("a synchronous call that waits is told from work, and a package from who calls it", () => {
  const wait =
    "backup (file:///app/app.js:4);execSync (node:child_process:1);spawnSync (node:internal/child_process:1)";
  const [waiting] = judged("blocked-loop", {
    ms: 2000,
    stacks: [[500, 800, wait]],
    late: [lateTurn(500, 300, {cpuMs: 5})]
  });
  assert.equal(
    waiting!.says,
    "Loop blocked 300 ms by backup (app.js:4), in spawnSync, which waited without using the processor"
  );
  const marked = "render (file:///app/app.js:9);lex (file:///app/node_modules/marked/lib/marked.js:7)";
  const [packed] = judged("blocked-loop", {ms: 2000, stacks: [[500, 800, marked]], late: [lateTurn(500, 300)]});
  assert.match(packed!.says, /by lex \(marked\/lib\/marked\.js:7\), called by render \(app\.js:9\)$/);
});

test("a machine without a processor to give is no block by the program, and a collection is one by the collector", () => {
  const starved = {ms: 2000, stacks: [[500, 800, PARSE] as const], late: [lateTurn(500, 300, {cpuMs: 10})]};
  assert.deepEqual(verdicts("blocked-loop", starved), ["nothing"]);
  assert.match(judged("busy-machine", starved)[0]!.says, /^Loop late once, up to 300 ms, while the process had hardly/);
  const collections = [{at: 510, ms: 280, isFull: true, heapUsed: null}];
  const [finding] = judged("blocked-loop", {...starved, late: [lateTurn(500, 300)], collections});
  assert.equal(finding!.says, "Loop blocked 300 ms by the garbage collector");
});

test("a late turn of which nothing was sampled is said to be unexplained", () => {
  const [finding] = judged("blocked-loop", {ms: 2000, late: [lateTurn(500, 300)]});
  assert.equal(finding!.says, "Loop late by 300 ms and nothing was sampled that tells why");
});

test("the loading of a program blocks no loop, nor does a program whose loop never turns", () => {
  const first = lateTurn(0, 900, {isFirst: true});
  assert.deepEqual(verdicts("blocked-loop", {ms: 2000, stacks: [[0, 900, PARSE]], late: [first]}), ["nothing"]);
  const never = {ms: 2000, stacks: [[0, 2000, PARSE] as const], late: [lateTurn(0, 2000, {isFirst: true})]};
  for (const rule of ["blocked-loop", "busy-machine", "synchronous-calls", "saturated-loop", "other-threads"])
    assert.deepEqual(verdicts(rule, never), ["undecided"], rule);
});

test("collections are judged by their share of the time", () => {
  const collections = Array.from({length: 20}, (_, index) => ({
    at: index * 100,
    ms: 15,
    isFull: index === 0,
    heapUsed: null
  }));
  assert.match(judged("much-collecting", {ms: 2000, collections})[0]!.says, /^20 collections took 15 % of the time$/);
  assert.deepEqual(verdicts("much-collecting", {ms: 20_000, collections}), ["nothing"]);
  assert.deepEqual(verdicts("much-collecting", {ms: 900, collections}), ["undecided"]);
});

test("a heap grows if full collections leave more and more, not if they leave the same", () => {
  const full = (...sizes: readonly number[]) =>
    sizes.map((heapUsed, index) => ({at: index * 100, ms: 2, isFull: true, heapUsed: heapUsed * 1e6}));
  const [finding] = judged("growing-heap", {ms: 2000, collections: full(10, 14, 13, 19, 22, 25)});
  assert.equal(finding!.says, "The heap grew from 12.0 MB to 23.5 MB over 6 full collections");
  assert.deepEqual(verdicts("growing-heap", {ms: 2000, collections: full(10, 25, 11, 24, 12, 10)}), ["nothing"]);
  assert.deepEqual(verdicts("growing-heap", {ms: 2000, collections: full(10, 20, 30, 40)}), ["undecided"]);
});

test("one function leads if it has half of the busy time to itself", () => {
  const leads = {ms: 2000, stacks: [[0, 600, PARSE] as const, [600, 1000, "other (file:///app/o.js:2)"] as const]};
  assert.equal(judged("one-function", leads)[0]!.says, "parse (orders.js:31) takes 60 % of the busy time by itself");
  assert.deepEqual(verdicts("one-function", {ms: 2000, stacks: [[0, 400, PARSE]]}), ["undecided"]);
  const both = {ms: 2000, stacks: [[0, 500, PARSE] as const, [500, 1100, "(garbage collector)"] as const]};
  assert.deepEqual(verdicts("one-function", both), ["nothing"]);
});

test("synchronous calls count once the program is loaded, and not those that load modules", () => {
  const read = "load (file:///app/app.js:4);readFileSync (node:fs:1);open";
  const late = [lateTurn(0, 480, {isFirst: true})];
  const calls = judged("synchronous-calls", {
    ms: 2000,
    stacks: [
      [0, 400, read],
      [900, 1100, read]
    ],
    late
  });
  assert.match(calls[0]!.says, /^readFileSync, called by load \(app\.js:4\), took 200 ms, 100 % of the busy time/);
  const modules = `require (node:internal/modules/cjs/loader:1);${read}`;
  assert.deepEqual(verdicts("synchronous-calls", {ms: 2000, stacks: [[900, 1100, modules]]}), ["nothing"]);
});

test("a loop is saturated if it is busy nearly all of the time for half of the time", () => {
  const [finding] = judged("saturated-loop", {ms: 4000, pulse: (at) => ({activeMs: at > 1000 ? 245 : 0})});
  assert.match(finding!.says, /^The loop was busy 74 % of the time, and 90 % or more of it for 75 % of the time$/);
  assert.deepEqual(finding!.at, [{from: 1000, to: 4000}]);
  assert.deepEqual(verdicts("saturated-loop", {ms: 4000, pulse: () => ({activeMs: 200})}), ["nothing"]);
  assert.deepEqual(verdicts("saturated-loop", {ms: 1000, pulse: () => ({activeMs: 245})}), ["undecided"]);
});

test("processor time beyond what the loop was busy belongs to other threads, and is told of the main thread only", () => {
  const parts = {ms: 2000, pulse: () => ({activeMs: 25, cpuMs: 275})};
  const [finding] = judged("other-threads", parts);
  assert.match(finding!.says, /^Other threads used at least 100 % of a processor while the loop was busy 10 %/);
  assert.match(finding!.evidence[1]!, /libuv's pool/);
  assert.deepEqual(judged("other-threads", {...parts, thread: 1}), []);
  assert.deepEqual(verdicts("other-threads", {ms: 2000, pulse: () => ({activeMs: 200, cpuMs: 250})}), ["nothing"]);
});
