import assert from "node:assert/strict";
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {TEMPORARY} from "../../temporary-data.js";
import {missingMajors, testNodes} from "../test-nodes.js";
import {deoptReport} from "./deopt-report.js";
import {readLogs} from "./read-logs.js";
import {runLogged} from "./run-logged.js";

const folder = join(TEMPORARY, "programs, with ü");
mkdirSync(folder, {recursive: true});
let count = 0;

/** Each thread that calls `work` gives up `getX` at 2:29, for another shape. */
const FUNCTIONS = `const {Worker, isMainThread} = require("node:worker_threads"), {spawnSync, fork, execFileSync} = require("node:child_process");
function getX(point) { return point.x; }
function work() {
  let sum = 0;
  for (let i = 0; i < 200000; i++) sum += getX({x: i});
  for (let i = 0; i < 8; i++) for (let j = 0; j < 20000; j++) sum += getX({["k" + i]: i, x: i});
  return sum;
}
`;

function program(text: string): string {
  const file = join(folder, `program-${++count}.cjs`);
  writeFileSync(file, `${FUNCTIONS}${text}\n`);
  return file;
}

async function logged(command: readonly [string, ...string[]], caches = true) {
  const run = await runLogged(command, {stdout: "stderr", caches});
  const read = await readLogs(run.folder);
  await run.discard();
  assert.ok(!existsSync(run.folder));
  return {...run, ...read};
}

/** How many threads gave \`getX\` up for a shape. */
function wrongMaps({threads}: Awaited<ReturnType<typeof logged>>): number {
  return threads.filter(({deoptimisations}) =>
    deoptimisations.some(({reason, places: [{line, column}]}) => reason === "wrong map" && line === 2 && column === 37)
  ).length;
}

for (const {executable, version} of testNodes) {
  const on = `Node ${version}: `;

  test(`${on}a shape that comes late is told with its place, and the site is megamorphic`, async () => {
    const run = await logged([executable, program("work();")]);
    assert.deepEqual([run.code, run.missing, wrongMaps(run)], [0, [], 1]);
    const site = deoptReport(run.threads, false).sites.find(({functionName}) => functionName === "getX");
    assert.deepEqual([site?.state, site?.property, site?.place.line], ["megamorphic", "x", 2]);
    assert.equal(run.threads[0]!.begun?.node, version);
  });

  test(`${on}without inline caches only deoptimisations are logged`, async () => {
    const run = await logged([executable, program("work();")], false);
    assert.deepEqual([wrongMaps(run), run.threads[0]!.sites], [1, []]);
  });

  test(`${on}workers have logs of their own`, async () => {
    const run = await logged([executable, program("work(); if (isMainThread) new Worker(__filename);")]);
    assert.deepEqual([run.threads.length, wrongMaps(run)], [2, 2]);
    assert.deepEqual(
      run.threads.map(({begun}) => begun?.thread),
      [0, 1]
    );
  });

  test(`${on}children are logged, whether forked, started by name or by the path of Node`, async () => {
    for (const start of [
      "fork(__filename, ['child']);",
      "spawnSync(process.execPath, [__filename, 'child']);",
      "execFileSync(process.execPath, [__filename, 'child']);",
      "spawnSync('node', [__filename, 'child']);"
    ]) {
      const run = await logged([executable, program(`if (process.argv[2]) work(); else { ${start} }`)]);
      assert.deepEqual([run.threads.length, wrongMaps(run), run.missing], [2, 1, []], start);
    }
  });

  test(`${on}a process that is killed loses nothing`, {skip: process.platform === "win32"}, async () => {
    const run = await logged([executable, program("work(); process.kill(process.pid, 'SIGKILL');")]);
    assert.deepEqual([run.signal, wrongMaps(run)], ["SIGKILL", 1]);
  });
}

for (const major of missingMajors) test(`Node ${major}`, {skip: "not installed"}, () => {});

test("a program that does not exist leaves no folder", async () => {
  await assert.rejects(logged(["no-such-program"]), {name: "ReaderError", message: "no such program: no-such-program"});
});

test("what is harmless, and what is in Node's own code, is counted and left out", () => {
  const at = (file: string) => [{file, line: 1, column: 1}] as const;
  const each = {kind: "deopt-eager", reason: "wrong map", functionName: "f", count: 2};
  const deoptimisations = [
    {...each, places: at("/app/a.js")},
    {...each, places: at("node:fs")},
    {...each, kind: "dependency-change", places: at("/app/b.js")}
  ];
  const thread = {version: "13.6", deoptimisations, sites: [], sourceMaps: new Map(), begun: null, pid: 1};
  const {deoptimisations: shown, hidden} = deoptReport([thread, thread], false);
  assert.deepEqual([shown.map(({count}) => count), hidden], [[4], {harmless: 4, ofNode: 4}]);
  assert.equal(deoptReport([thread], true).deoptimisations.length, 3);
});
