import assert from "node:assert/strict";
import {test} from "node:test";
import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {dumpTarget} from "./dump-target.js";
import {evaluate} from "./evaluate.js";
import {joinSlices} from "./join-profiles.js";
import {LiveSampler} from "./live-sampler.js";
import {releaseTarget} from "./release.js";
import {type Sampled, sampleTarget} from "./sample-target.js";
import {linux} from "./system/linux.js";
import {openTarget, type Target} from "./target.js";
import {startTarget} from "./target-process.js";
import {testNodes} from "./test-nodes.js";

const BUSY = 'setInterval(() => spin(40), 50); console.log("ready");';
const IDLE = 'setInterval(() => {}, 1000); console.log("ready");';
const WORKER = `
const {Worker} = require("node:worker_threads");
const code = fib.toString().replaceAll("fib", "inWorker") + "; setInterval(() => { for (let i = 0; i < 40; i++) inWorker(18); }, 20)";
new Worker(code, {eval: true}).on("online", () => setTimeout(() => console.log("ready"), 100));
`;
/** A machine that tests share may be slow. */
const PATIENT_MS = 20_000;
const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};

/**
 * Samples a process for a while; it is released whatever comes.
 *
 * @param during what to do when it has been sampled for a second
 */
async function sample(
  pid: number,
  seconds: number,
  during?: (target: Target, stop: () => void) => unknown
): Promise<Sampled> {
  const target = await openTarget(pid, PATIENT_MS);
  const controller = new AbortController();
  let once = during;
  const progress = () => {
    once?.(target, () => controller.abort());
    once = undefined;
  };
  const sampled = await sampleTarget(target, {seconds, intervalUs: 1000, signal: controller.signal, progress});
  await releaseTarget(target, sampled.ending === "exited");
  return sampled;
}

function functionsOf({slices}: {slices: readonly CpuProfile[]}): string[] {
  const hit = joinSlices(slices).nodes.filter(({hitCount = 0}) => hitCount > 0);
  return [...new Set(hit.map(({callFrame}) => callFrame.functionName))];
}

for (const node of testNodes) {
  const on = `Node ${node.version}: `;

  test(`${on}a busy process and its worker are sampled, each for itself`, onLinux, async () => {
    const child = await startTarget(node, `${WORKER} setInterval(() => spin(40), 50);`);
    const {threads, ending} = await sample(child.pid, 2);
    assert.equal(ending, "complete");
    assert.deepEqual(
      threads.map(({name}) => name),
      ["main thread", "worker 1"]
    );
    assert.ok(functionsOf(threads[0]!).includes("fib"), functionsOf(threads[0]!).join());
    assert.ok(functionsOf(threads[1]!).includes("inWorker"), functionsOf(threads[1]!).join());
    await child.kill();
  });

  test(`${on}a process in a synchronous loop is sampled`, onLinux, async () => {
    const child = await startTarget(node, `${IDLE} setImmediate(() => spin(60_000));`);
    const {threads} = await sample(child.pid, 2);
    assert.ok(functionsOf(threads[0]!).includes("fib"));
    await child.kill();
  });

  test(`${on}a recording that is stopped keeps what was sampled`, onLinux, async () => {
    const child = await startTarget(node, BUSY);
    const {threads, ending} = await sample(child.pid, 60, (_target, stop) => stop());
    assert.equal(ending, "stopped");
    assert.ok(functionsOf(threads[0]!).includes("fib"));
    await child.kill();
  });

  test(`${on}a process that exits meanwhile is sampled to its end, and ends with its own code`, onLinux, async () => {
    const child = await startTarget(node, BUSY);
    const {threads, ending} = await sample(child.pid, 60, ({inspector}) =>
      evaluate(inspector, "setTimeout(() => process.exit(3), 1), 0")
    );
    assert.equal(ending, "exited");
    assert.ok(functionsOf(threads[0]!).includes("fib"));
    assert.equal(await child.ended, 3);
  });

  test(`${on}a process that is killed meanwhile gives an ending, and no hang`, onLinux, async () => {
    const child = await startTarget(node, BUSY);
    const {threads, ending} = await sample(child.pid, 60, () => child.process.kill("SIGKILL"));
    assert.equal(ending, "died");
    assert.deepEqual(
      threads.flatMap(({slices}) => slices),
      []
    );
  });

  test(`${on}the stack of a synchronous loop is shown with its locals, and the loop goes on`, onLinux, async () => {
    const program = `
      function outer(order) { const rows = [1, 2, 3]; let text = "a\\u001b[2J"; return inner(rows, order); }
      function inner(rows, order) { for (let round = 0; ; round++) { if (round % 1e6 === 0) console.log("round"); } }
      ${IDLE} setImmediate(() => outer({id: 7}));`;
    const child = await startTarget(node, program);
    await child.saying("round");
    const target = await openTarget(child.pid, PATIENT_MS);
    const [main] = await dumpTarget(target, true);
    await releaseTarget(target);
    assert.equal(main!.state, "running");
    assert.ok(main!.pauseMs > 0);
    const names = main!.frames.map(({name}) => name);
    assert.deepEqual(names.slice(names.indexOf("inner"), names.indexOf("inner") + 2), ["inner", "outer"]);
    assert.ok(main!.frames[names.indexOf("outer")]!.file.endsWith(".cjs"));
    const outer = new Map(
      main!.frames.find(({name}) => name === "outer")!.locals!.map(({name, value}) => [name, value])
    );
    assert.equal(outer.get("rows"), "Array(3) [1, 2, 3]");
    assert.equal(outer.get("order"), "Object {id: 7}");
    assert.equal(outer.get("text"), '"a\\u001b[2J"');
    const before = child.printed().length;
    while (child.printed().length === before) await new Promise((resolve) => setTimeout(resolve, 10));
    await child.kill();
  });

  test(`${on}idle threads are called idle, and a worker in a loop has a stack`, onLinux, async () => {
    const loop =
      'function inWorker() { for (let n = 0; ; n++) if (n < 0) break } setTimeout(() => { require("node:worker_threads").parentPort.postMessage(1); inWorker(); }, 1)';
    const program = `
      const {Worker} = require("node:worker_threads");
      new Worker(${JSON.stringify(loop)}, {eval: true}).on("message", () => console.log("ready"));`;
    const child = await startTarget(node, program);
    const target = await openTarget(child.pid, PATIENT_MS);
    const [main, worker] = await dumpTarget(target, false);
    await releaseTarget(target);
    assert.deepEqual([main!.state, main!.frames], ["idle", []]);
    assert.deepEqual(
      [worker!.state, worker!.frames[0]!.name, worker!.frames[0]!.locals],
      ["running", "inWorker", null]
    );
    await child.kill();
  });

  test(`${on}slices tell what runs, and what the profiler costs`, onLinux, async () => {
    const child = await startTarget(node, BUSY);
    const target = await openTarget(child.pid, PATIENT_MS);
    const sampler = new LiveSampler(target, 2000);
    await sampler.begin();
    for (let count = 0; count < 2; count++) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const slice = await sampler.take();
      assert.ok(slice.functions.slice(0, 3).some(({frame}) => frame.name === "fib"));
      assert.ok(
        slice.cpu > 0 && slice.overhead >= 0 && slice.samples > 0 && slice.threads === 1,
        JSON.stringify(slice)
      );
    }
    await sampler.end();
    await releaseTarget(target);
    assert.deepEqual(await linux.listening(child.pid), []);
    await child.kill();
  });
}
