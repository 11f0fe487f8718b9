import assert from "node:assert/strict";
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {TEMPORARY} from "../temporary-data.js";
import {exitCodeOf, type RecordedRun, recordRun} from "./record-run.js";
import {testNodes} from "./test-nodes.js";

const options = {intervalUs: 1000, stdout: "stderr", say: () => {}} as const;
const folder = join(TEMPORARY, "programs with a space");
mkdirSync(folder, {recursive: true});
const unix = {skip: process.platform === "win32" ? "signals of POSIX" : false};

const FUNCTIONS = `
const {Worker, isMainThread, parentPort, workerData} = require("node:worker_threads");
const {spawnSync, spawn} = require("node:child_process");
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function work() { for (let round = 0; round < 30; round++) fib(26); }
`;
let count = 0;

/** Writes a program that has \`work\`. @returns its path */
function program(text: string, functions = FUNCTIONS): string {
  const file = join(folder, `program-${++count}.cjs`);
  writeFileSync(file, `${functions}${text}\n`);
  return file;
}

/** Threads in which \`fib\` was found, as "main" or "worker", sorted. */
function threadsWithFib({threads}: RecordedRun): string[] {
  const busy = threads.filter(({profile}) =>
    profile.nodes.some(({callFrame, hitCount = 0}) => callFrame.functionName === "fib" && hitCount > 0)
  );
  return busy.map(({thread}) => (thread === 0 ? "main" : "worker")).sort();
}

for (const {executable, version} of testNodes) {
  const on = `Node ${version}: `;
  const record = async (file: string) => {
    const run = await recordRun([executable, file], options);
    await run.discard();
    assert.ok(!existsSync(run.folder));
    assert.deepEqual(run.missing, []);
    return run;
  };

  test(`${on}a program is recorded to its end, whether it returns, exits or throws`, async () => {
    for (const [end, code] of [
      ["", 0],
      ["process.exit(3);", 3],
      ["throw new Error('planned');", 1]
    ] as const) {
      const run = await record(program(`work(); ${end}`));
      assert.deepEqual([exitCodeOf(run), threadsWithFib(run)], [code, ["main"]], end);
      assert.equal(run.threads[0]!.node, version);
    }
  });

  test(`${on}a signal that ends the program loses nothing`, unix, async () => {
    for (const [signal, code] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
      ["SIGHUP", 129]
    ] as const) {
      const run = await record(program(`work(); setInterval(() => {}, 1000); process.kill(process.pid, "${signal}");`));
      assert.deepEqual([run.signal, exitCodeOf(run), threadsWithFib(run)], [signal, code, ["main"]]);
    }
  });

  test(
    `${on}a program that handles signals itself sees no listener but its own, and ends as it likes`,
    unix,
    async () => {
      const run = await record(
        program(`
        if (process.listenerCount("SIGTERM") !== 0 || process.listeners("SIGINT").length !== 0) process.exit(9);
        process.once("SIGTERM", () => { work(); process.exit(process.listenerCount("SIGTERM") + 4); });
        setInterval(() => {}, 1000); process.kill(process.pid, "SIGTERM");`)
      );
      assert.deepEqual([exitCodeOf(run), threadsWithFib(run)], [4, ["main"]]);
    }
  );

  test(`${on}workers are recorded, also those that are terminated or cut off by the end of the process`, async () => {
    const worker = `if (!isMainThread) { work(); if (workerData === "stay") setInterval(work, 10); parentPort.postMessage(1); } else {`;
    const finished = await record(program(`${worker} new Worker(__filename); }`));
    assert.deepEqual(threadsWithFib(finished), ["worker"]);
    const later = (then: string) =>
      `${worker} new Worker(__filename, {workerData: "stay"}).on("message", function () { ${then}; }); }`;
    assert.deepEqual(threadsWithFib(await record(program(later("this.terminate()")))), ["worker"]);
    assert.deepEqual(threadsWithFib(await record(program(later("process.exit()")))), ["worker"]);
  });

  test(`${on}the workers of a cluster start as without us, and are recorded`, async () => {
    const primary = `const cluster = require("node:cluster"); if (cluster.isPrimary) cluster.fork(); else { work(); process.exit(0); }`;
    const {threads, code} = await record(program(primary));
    assert.deepEqual([code, threads.length], [0, 2]);
    assert.deepEqual(threadsWithFib({threads} as RecordedRun), ["main"]);
  });

  test(`${on}child processes are recorded, unless they are given an environment of their own`, async () => {
    const child = (options: string) =>
      `if (process.argv[2]) work(); else spawnSync(process.execPath, [__filename, "child"], ${options});`;
    const run = await record(program(child("{}")));
    assert.deepEqual([run.threads.length, threadsWithFib(run)], [2, ["main"]]);
    assert.equal(run.threads[1]!.parent, run.threads[0]!.pid);
    assert.equal((await record(program(child("{env: {}}")))).threads.length, 1);
  });

  test(`${on}a process that is killed is named among the missing`, unix, async () => {
    const run = await recordRun([executable, program(`work(); process.kill(process.pid, "SIGKILL");`)], options);
    await run.discard();
    assert.deepEqual([exitCodeOf(run), run.threads.length, run.missing.length], [137, 0, 1]);
  });
}

test("a program that does not exist is refused, and a script is told how it is started", async () => {
  await assert.rejects(recordRun(["no-such-program"], options), {
    name: "ReaderError",
    message: "no such program: no-such-program"
  });
  await assert.rejects(recordRun(["app.js"], options), (error: {hint: string[]}) => {
    assert.deepEqual(error.hint, ["a script is started by Node: -- node app.js"]);
    return true;
  });
});

test("a program that is no Node leaves nothing", unix, async () => {
  const run = await recordRun(["true"], options);
  await run.discard();
  assert.deepEqual([run.code, run.threads, run.missing], [0, [], []]);
});
