import assert from "node:assert/strict";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {judgeThread} from "#lib/flight/judge-flight.js";
import {TEMPORARY} from "../../temporary-data.js";
import type {Ring} from "../recorder.js";
import {runProgram} from "../run-program.js";
import {missingMajors, testNodes} from "../test-nodes.js";
import {Dumps} from "./dumps.js";
import {watchFlight} from "./flight-watch.js";
import {readFlight} from "./read-flight.js";
import {ringSampling} from "./ring-sampling.js";

const folder = join(TEMPORARY, "flights");
mkdirSync(folder, {recursive: true});
const unix = {skip: process.platform === "win32" ? "signals of POSIX" : false};
const usual: Ring = {sliceMs: 200, keepMs: 60_000, signal: "SIGUSR2", slowMs: null, mostSlow: 5, dumpMs: 0};

/** `work` takes so much of a processor, however busy the machine is. */
const FUNCTIONS = `
function work(ms) {
  const before = process.cpuUsage();
  const used = () => { const {user, system} = process.cpuUsage(before); return (user + system) / 1000; };
  let sum = 0;
  while (used() < ms) for (let n = 0; n < 500_000; n++) sum += Math.sqrt(n);
  return sum;
}
`;
let count = 0;

/** Runs a program that is recorded in a ring, and answers its wishes. */
async function fly(executable: string, text: string, ring: Partial<Ring> = {}) {
  const script = join(folder, `program-${++count}.cjs`);
  writeFileSync(script, `${FUNCTIONS}${text}\n`);
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const facts = {command: [executable, script], intervalUs: 5000};
  const to = {file: join(folder, `report-${count}.json`), place: "report.json"};
  const dumps = new Dumps({to, force: false, facts, say});
  const ended = await runProgram(
    [executable, script],
    {stdout: "stderr", say},
    ringSampling(facts.intervalUs, {...usual, ...ring}),
    (at) => watchFlight(at, {dumps, signal: "SIGUSR2", say})
  );
  const found = await readFlight(ended.folder, facts);
  const slices = (await readdir(ended.folder)).filter((name) => name.includes(".slice-"));
  await ended.discard();
  const [thread] = found.flight?.threads ?? [];
  return {...found, ended, said, dumps: dumps.written, slices, thread: thread!, script};
}

for (const {executable, version} of testNodes) {
  const on = `Node ${version}: `;

  test(`${on}a turn that was blocked is found, with the function that did it`, async () => {
    const {flight, thread, script, missing} = await fly(
      executable,
      "function parseOrders() { return work(300); }\nlet turns = 0;\n" +
        "const timer = setInterval(() => { if (++turns === 10) parseOrders(); if (turns === 30) clearInterval(timer); }, 20);"
    );
    assert.deepEqual([missing, thread.end, thread.node], [[], "whole", version]);
    const found = judgeThread(flight!, thread, `${folder}/`).filter(({rule}) => rule === "blocked-loop");
    const blocks = found.filter(({says}) => /by (?:parseOrders|work) \(program-\d+\.cjs:\d+\)/.test(says));
    assert.equal(blocks.length, 1, `${script}: ${JSON.stringify(found)}`);
    const longest = Math.max(...blocks[0]!.at.map(({from, to}) => to - from));
    assert.ok(longest >= 275, "it took 300 ms of a processor, and a tick is at most 20 ms before it");
    assert.ok(thread.pulses.length > 0 && thread.pauses.length > 0);
  });

  test(
    `${on}a program that ends by itself, by exit, by an error or by SIGTERM leaves its last moments`,
    unix,
    async () => {
      for (const end of [
        "",
        "process.exit(3);",
        "throw new Error('planned');",
        "process.kill(process.pid, 'SIGTERM');"
      ]) {
        const {thread} = await fly(executable, `setTimeout(() => { work(120); ${end} }, 50);`);
        assert.equal(thread.end, "whole", end);
        assert.ok(
          thread.late.some(({ms, isFirst}) => !isFirst && ms >= 80),
          `the block in which it ended: ${end}`
        );
      }
    }
  );

  test(`${on}a process that is killed has left its slices, and is said to be cut`, unix, async () => {
    const {thread, missing} = await fly(
      executable,
      "setInterval(() => work(5), 10); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1500);"
    );
    assert.deepEqual([thread.end, missing], ["cut", []]);
    assert.ok(thread.times.length > 0);
  });

  test(`${on}a signal asks for a dump, and the program goes on without having seen a listener`, unix, async () => {
    const {dumps, ended, said} = await fly(
      executable,
      "if (process.listenerCount('SIGUSR2') !== 0) process.exit(9);\n" +
        "setTimeout(() => process.kill(process.pid, 'SIGUSR2'), 400); setTimeout(() => process.exit(7), 1500);"
    );
    assert.equal(ended.code, 7);
    assert.deepEqual(
      dumps.map(({reason}) => reason),
      ["signal"]
    );
    const {threads} = JSON.parse(readFileSync(dumps[0]!.file, "utf8"));
    assert.equal(threads[0].end, "open");
    assert.ok(said.some((line) => /kill -USR2 \d+ asks for a dump/.test(line)));
    assert.ok(said.some((line) => line.includes(dumps[0]!.file) || line.includes("report-")));
  });

  test(`${on}a program that handles the signal itself keeps it, and how else to ask is said`, unix, async () => {
    const {dumps, ended, said} = await fly(
      executable,
      "process.on('SIGUSR2', () => setTimeout(() => process.exit(5), 300));\n" +
        "setTimeout(() => process.kill(process.pid, 'SIGUSR2'), 300); setInterval(() => {}, 50);"
    );
    assert.deepEqual([ended.code, dumps], [5, []]);
    assert.ok(said.some((line) => /handles SIGUSR2 itself and keeps it: --signal SIGQUIT/.test(line)));
  });

  test(`${on}a slow turn asks for a dump, so often as it was told to`, async () => {
    const block =
      "let n = 0; const t = setInterval(() => { if (++n % 10 === 0) work(150); if (n === 45) clearInterval(t); }, 20);";
    const {dumps} = await fly(executable, block, {slowMs: 100, mostSlow: 2});
    assert.deepEqual(
      dumps.map(({reason}) => reason),
      ["slow", "slow"]
    );
  });

  test(`${on}workers are recorded too, and of a long time the ring keeps the last`, async () => {
    const {flight, slices, thread} = await fly(
      executable,
      "const {Worker, isMainThread} = require('node:worker_threads');\n" +
        "if (isMainThread) new Worker(__filename); let n = 0;\n" +
        "const timer = setInterval(() => { work(10); if (++n === 60) clearInterval(timer); }, 20);",
      {keepMs: 500}
    );
    assert.deepEqual(flight!.threads.map(({thread: id}) => id).sort(), [0, 1]);
    assert.ok(flight!.threads.every(({end}) => end === "whole"));
    assert.ok(thread.from > 200, "the first slices are gone");
    assert.ok(slices.length >= 4);
  });
}

for (const major of missingMajors) test(`Node ${major}`, {skip: "not installed"}, () => {});

test("slices that are cut off or hostile are left out and named; what is whole is kept", async () => {
  const at = join(folder, "broken");
  mkdirSync(at);
  const write = (name: string, value: unknown) =>
    writeFileSync(join(at, `7-0.${name}.json`), typeof value === "string" ? value : JSON.stringify(value));
  const node = {id: 1, callFrame: {functionName: "(root)", scriptId: "0", url: "", lineNumber: -1, columnNumber: -1}};
  const profile = {nodes: [node], startTime: 0, endTime: 10, samples: [1], timeDeltas: [5]};
  const slice = {number: 0, from: 1000, to: 1200, pulses: [], late: [], collections: [], profileFrom: 1000};
  write("begin", {pid: 7, parent: 1, thread: 0, command: ["node", "app.js"], node: "26.0.0", at: 1000});
  write("slice-0", {...slice, profile});
  write("slice-1", '{"number":1,"from":12');
  write("slice-2", {...slice, number: 2, late: [["now"]], profile});
  write("slice-3", {...slice, number: 3, profile: {...profile, samples: [99]}});
  const {flight, missing} = await readFlight(at, {command: ["node", "app.js"], intervalUs: 10_000});
  assert.equal(flight!.threads[0]!.times.length, 1);
  assert.equal(missing.length, 3);
  assert.match(missing.join("\n"), /slice-2\.json: late\[0\].*\n.*slice-3\.json: profile: samples\[0\]/);
});
