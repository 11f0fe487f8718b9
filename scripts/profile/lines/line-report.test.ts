import assert from "node:assert/strict";
import {test} from "node:test";
import type {Listing} from "#lib/profile/listing.js";
import {callTable} from "../calls/call-table.js";
import {recordProgram} from "../record-run.js";
import {testNodes} from "../test-nodes.js";
import {type Counted, countingRecorder} from "./counting.js";
import {GOLDEN_CALLS, GOLDEN_HITS, goldenProgram, HOT, writeGolden} from "./golden-program.js";
import {lineRecorder} from "./line-recorder.js";
import {lineReport} from "./line-report.js";

const options = {stdout: "stderr", say: () => {}} as const;
const golden = goldenProgram();

async function count(executable: string, file: string): Promise<readonly Counted[]> {
  const run = await recordProgram([executable, file], options, countingRecorder());
  await run.discard();
  assert.deepEqual([run.code, run.missing], [0, []]);
  return run.threads.map(({profile}) => profile);
}

async function sample(executable: string, file: string, inlining = true) {
  const run = await recordProgram([executable, file], options, lineRecorder(200, inlining));
  await run.discard();
  assert.deepEqual([run.code, run.missing], [0, []]);
  return {sampled: run.threads.map(({profile}) => profile), nodes: run.threads.map(({node}) => node)};
}

async function callsOf(counted: readonly Counted[]): Promise<Record<string, number>> {
  const {rows} = await callTable(counted, {sort: "calls", filter: undefined, internals: false, base: ""});
  return Object.fromEntries(rows.map(({frame, self}) => [frame.name, self]));
}

/** But for the heads of loops: Node 24 and 26 charge part of what a loop's body does to them (less with --no-maglev). */
function hottest({rows}: Listing): string {
  const body = rows.filter(({source}) => !source.trim().startsWith("for "));
  return body.reduce((most, row) => (row.us > most.us ? row : most)).source.trim();
}

for (const {executable, version, major} of testNodes) {
  test(`Node ${version}: hits and calls are exact, and the hot line of each function is found`, async () => {
    const counted = await count(executable, golden);
    const calls = await callsOf(counted);
    assert.deepEqual(Object.fromEntries(Object.keys(GOLDEN_CALLS).map((name) => [name, calls[name]])), GOLDEN_CALLS);
    for (const inlining of [true, false]) {
      const {sampled, nodes} = await sample(executable, golden, inlining);
      const listing = async (name: string) => {
        const report = await lineReport(sampled, counted, nodes, {function: name, top: 1, inlining, base: ""});
        assert.deepEqual(report.notes, []);
        return report.listings[0]!;
      };
      for (const [name, line, hits] of GOLDEN_HITS) {
        const row = (await listing(name)).rows.find(({source}) => source.trim().startsWith(line));
        assert.equal(row?.hits, hits, `${name}: ${line}`);
      }
      for (const name of HOT) assert.match(hottest(await listing(name)), new RegExp(`// hot ${name}$`));
      const {foreign, rows} = await listing("inlines");
      const far = await listing("far");
      assert.ok(foreign.us < far.whole.us / 10, `${foreign.us} µs of ${far.whole.us} were not put back`);
      assert.ok(
        rows.every(({doubtful}) => doubtful === 0),
        "the two files have no line in common"
      );
    }
  });

  test(`Node ${version}: workers and child processes are summed`, async () => {
    const file = writeGolden(
      "threads.cjs",
      `const {Worker, isMainThread} = require("node:worker_threads");
function work(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += Math.sqrt(i);
  }
  return sum;
}
work(1000);
if (isMainThread && process.argv[2] === undefined) {
  new Worker(__filename);
  require("node:child_process").spawnSync(process.execPath, [__filename, "child"]);
}
`
    );
    const counted = await count(executable, file);
    assert.equal((await callsOf(counted)).work, 3);
    const {sampled, nodes} = await sample(executable, file);
    const {listings} = await lineReport(sampled, counted, nodes, {function: "work", top: 1, inlining: true, base: ""});
    const row = listings[0]!.rows.find(({source}) => source.includes("sqrt"));
    assert.equal(row?.hits, 3000);
  });

  test(`Node ${version}: TypeScript that Node strips is told in its own lines`, {
    skip: major < 22 ? `Node ${version} does not strip types` : false
  }, async () => {
    const file = writeGolden(
      "typed.ts",
      `interface Row {
  readonly id: number;
}
function text(rows: readonly Row[]): number {
  let length: number = 0;
  for (const row of rows) {
    length += JSON.stringify({row, rows} as {row: Row; rows: readonly Row[]}).length; // hot text
  }
  return length;
}
for (let i: number = 0; i < 2000; i++) text(Array.from({length: 20}, (_, id): Row => ({id})));
`
    );
    const counted = await count(executable, file);
    const {sampled, nodes} = await sample(executable, file);
    const {listings} = await lineReport(sampled, counted, nodes, {function: "text", top: 1, inlining: true, base: ""});
    const [head, , loop, hot] = listings[0]!.rows;
    assert.deepEqual([head!.line, head!.hits, loop!.hits, hot!.hits], [4, 2000, 2000, 40_000]);
    assert.equal(head!.source, "function text(rows: readonly Row[]): number {");
    assert.match(hottest(listings[0]!), /hot text$/);
  });
}

test("a program that was not the same in both runs is said to be so, and its functions are not joined", async () => {
  const {executable} = testNodes[0]!;
  const write = (body: string) =>
    writeGolden("changing.mjs", `function f() { ${body} }\nfor (let i = 0; i < 1e6; i++) f();\n`);
  const {sampled, nodes} = await sample(executable, write("globalThis.a = JSON.stringify([1]);"));
  const counted = await count(executable, write("globalThis.a = 2;"));
  const report = await lineReport(sampled, counted, nodes, {function: undefined, top: 3, inlining: true, base: ""});
  assert.deepEqual(report.listings, []);
  assert.match(report.notes.join(), /changing\.mjs was not the same in both runs: it is left out/);
});

test("a function that ran only when it was sampled is named", async () => {
  const {executable} = testNodes[0]!;
  const file = writeGolden(
    "sometimes.mjs",
    `function only() { let s = 0; for (let i = 0; i < 3e7; i++) s += Math.sqrt(i); return s; }
if (!process.env.HOTPATH_RECORDER.includes("Coverage")) only();
`
  );
  const {sampled, nodes} = await sample(executable, file);
  const counted = await count(executable, file);
  const {notes} = await lineReport(sampled, counted, nodes, {function: undefined, top: 3, inlining: true, base: ""});
  assert.match(notes.join(), /only \(.*sometimes\.mjs:1\) ran when it was sampled, and not when it was counted/);
});

test("a function that is not there is refused with the nearest names", async () => {
  const {executable} = testNodes[0]!;
  const counted = await count(executable, golden);
  const ask = (name: string) =>
    lineReport([], counted, [], {function: name, top: 1, inlining: true, base: ""}).then(
      () => assert.fail("found"),
      ({name: kind, message, hint}) => [kind, message, hint[0]]
    );
  const [kind, message, hint] = await ask("calledOfen");
  assert.deepEqual(
    [kind, message],
    ["ReaderError", "--function calledOfen: the program called no function of that name"]
  );
  assert.match(hint, /^the nearest are calledOften, /);
  assert.match((await ask("fib@nowhere.js"))[1], /no function fib has that in its place/);
});
