import assert from "node:assert/strict";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {functionRows} from "#lib/profile/function-rows.js";
import {mergeProfiles} from "#lib/profile/merge-profiles.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {TEMPORARY} from "../../temporary-data.js";
import {evaluate} from "../evaluate.js";
import {recordProgram} from "../record-run.js";
import {releaseTarget} from "../release.js";
import {type Sampled, sampleThreads} from "../sample-target.js";
import {linux} from "../system/linux.js";
import {openTarget, type Target} from "../target.js";
import {startTarget} from "../target-process.js";
import {testNodes} from "../test-nodes.js";
import type {Thread} from "../threads.js";
import {HeapLiveSampler} from "./heap-live-sampler.js";
import {heapRecorder, heapSampler} from "./heap-sampling.js";

/** An array of 1000 small integers takes 8000 bytes and a few dozen more. */
const ARRAY_BYTES = 8000;
const GARBAGE = 15_000;
const KEPT = 2500;
const FUNCTIONS = `
const ring = [];
const kept = (globalThis.kept = []);
function makeGarbage() { return new Array(1000).fill(0); }
function makeKept() { return new Array(1000).fill(1); }
function waste() { for (let index = 0; index < ${GARBAGE}; index++) ring[index % 16] = makeGarbage(); }
function keep() { for (let index = 0; index < ${KEPT}; index++) kept.push(makeKept()); }
`;
const IDLE = `${FUNCTIONS} globalThis.both = () => { waste(); keep(); }; setInterval(() => kept.length, 1000); console.log("ready");`;
const PATIENT_MS = 20_000;
const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};
const say = () => {};

function near(bytes: number, expected: number): void {
  assert.ok(Math.abs(bytes / expected - 1) < 0.15, `expected about ${expected} bytes, got ${bytes}`);
}

/** With what it called: that is where V8 finds what makes the array, on some versions. */
function bytesOf(profile: Profile, name: string): number {
  return functionRows(profile).find(({frame}) => frame.name === name)?.total ?? 0;
}

let count = 0;
function program(text: string): string {
  const file = join(TEMPORARY, `allocates-${++count}.cjs`);
  writeFileSync(file, `${FUNCTIONS}${text}\n`);
  return file;
}

/** Samples a process while it does work of its own that it is asked for. */
async function sampleWork(
  pid: number,
  live: boolean,
  work: (target: Target, stop: () => void) => Promise<unknown>
): Promise<Sampled<Profile>> {
  const target = await openTarget(pid, PATIENT_MS);
  const controller = new AbortController();
  const sampler = heapSampler({intervalBytes: 32_768, live});
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const start = (thread: Thread) => sampler.start(thread).then(begin);
  const options = {seconds: 60, signal: controller.signal};
  const sampling = sampleThreads(target, options, {...sampler, start, sliceMs: 400});
  await begun;
  await work(target, () => controller.abort());
  const sampled = await sampling;
  await releaseTarget(target, sampled.ending === "exited");
  return sampled;
}

const both = ({inspector}: Target) => evaluate(inspector, "both(), 0", {timeoutMs: PATIENT_MS});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

for (const node of testNodes) {
  const on = `Node ${node.version}: `;

  test(`${on}120 MB that became garbage are found where they were allocated, and what stays beside them`, async () => {
    const sampling = {intervalBytes: 32_768, live: false};
    const command = [node.executable, program("waste(); keep();")] as const;
    const run = await recordProgram(command, {stdout: "stderr", say}, heapRecorder(sampling, false));
    await run.discard();
    assert.deepEqual([run.code, run.threads.length, run.missing], [0, 1, []]);
    near(bytesOf(run.threads[0]!.profile, "makeGarbage"), GARBAGE * ARRAY_BYTES);
    near(bytesOf(run.threads[0]!.profile, "makeKept"), KEPT * ARRAY_BYTES);
  });

  test(`${on}a script that is through keeps the places of its functions`, async () => {
    const command = [node.executable, program("waste();")] as const;
    const recorder = heapRecorder({intervalBytes: 32_768, live: false}, false);
    const run = await recordProgram(command, {stdout: "stderr", say}, recorder);
    await run.discard();
    const row = functionRows(run.threads[0]!.profile).find(({frame}) => frame.name === "makeGarbage");
    assert.deepEqual([row?.frame.file, row?.frame.line], [command[1], 4]);
  });

  test(`${on}with live only what is still reachable at the end is found`, async () => {
    const sampling = {intervalBytes: 32_768, live: true};
    const command = [node.executable, program("waste(); keep();")] as const;
    const run = await recordProgram(command, {stdout: "stderr", say}, heapRecorder(sampling, false));
    await run.discard();
    near(bytesOf(run.threads[0]!.profile, "makeKept"), KEPT * ARRAY_BYTES);
    assert.ok(bytesOf(run.threads[0]!.profile, "makeGarbage") < 0.01 * GARBAGE * ARRAY_BYTES);
  });

  test(`${on}a worker's allocations are its own, and with inlining no byte is lost`, async () => {
    const text = `
      const {Worker, isMainThread} = require("node:worker_threads");
      if (isMainThread) { keep(); new Worker(__filename); } else waste();`;
    const command = [node.executable, program(text)] as const;
    const recorder = heapRecorder({intervalBytes: 32_768, live: false}, true);
    const run = await recordProgram(command, {stdout: "stderr", say}, recorder);
    await run.discard();
    const [main, worker] = [0, 1].map((id) => run.threads.find(({thread}) => thread === id)!.profile);
    assert.equal(bytesOf(main!, "waste"), 0);
    near(bytesOf(worker!, "waste"), GARBAGE * ARRAY_BYTES);
  });

  test(`${on}a running process is sampled slice by slice, and left without a port`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const {threads, ending} = await sampleWork(child.pid, false, async (target, stop) => {
      await both(target);
      await pause(600);
      await both(target);
      stop();
    });
    assert.deepEqual([ending, threads.length], ["stopped", 1]);
    const [first, ...rest] = threads[0]!.slices;
    assert.ok(rest.length > 0);
    near(sumOf(mergeProfiles([first!, ...rest])).weight, 2 * (GARBAGE + KEPT) * ARRAY_BYTES);
    assert.deepEqual(await linux.listening(child.pid), []);
    await child.kill();
  });

  test(`${on}with live the last slice of a running process holds what survived them all`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const {threads} = await sampleWork(child.pid, true, async (target, stop) => {
      await both(target);
      await pause(600);
      await both(target);
      stop();
    });
    assert.equal(threads[0]!.slices.length, 1);
    near(sumOf(threads[0]!.slices[0]!).weight, 2 * KEPT * ARRAY_BYTES);
    await child.kill();
  });

  test(`${on}slices of the live table tell what was allocated, and the heap without garbage`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const target = await openTarget(child.pid, PATIENT_MS);
    const sampler = new HeapLiveSampler(target, 32_768);
    await sampler.begin();
    const empty = await sampler.take();
    await both(target);
    const slice = await sampler.take();
    await sampler.end();
    await releaseTarget(target);
    near(slice.bytes, (GARBAGE + KEPT) * ARRAY_BYTES);
    near(slice.heapUsed - empty.heapUsed, KEPT * ARRAY_BYTES);
    assert.ok(slice.pauseMs > 0 && slice.threads === 1);
    assert.ok(slice.functions.some(({frame, total}) => frame.name === "waste" && total > 0));
    await child.kill();
  });
}
