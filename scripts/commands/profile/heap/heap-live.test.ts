import assert from "node:assert/strict";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {checkHeapProfile} from "#lib/profile/heap-profile.js";
import {runLab, startLab} from "../../../lab-process.js";
import {linux} from "../../../profile/system/linux.js";
import {startTarget} from "../../../profile/target-process.js";
import {testNodes} from "../../../profile/test-nodes.js";
import {TEMPORARY} from "../../../temporary-data.js";

const [node] = testNodes;
const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};
const folder = join(TEMPORARY, "heap");
mkdirSync(folder, {recursive: true});
let count = 0;
const fresh = (ending: string) => join(folder, `recording-${++count}${ending}`);

const WASTE = `
const ring = [];
function waste(count) { for (let index = 0; index < count; index++) ring[index % 16] = new Array(1000).fill(0); }
`;
const BUSY = `${WASTE} setInterval(() => waste(200), 20); console.log("ready");`;

function script(text: string): string {
  const file = fresh(".cjs");
  writeFileSync(file, `${WASTE}${text}\n`);
  return file;
}

/** One file for all runs: functions of two files are two functions to a comparison. */
const allocating = script(`waste(Number(process.argv[2])); console.log("its own"); process.exitCode = 5;`);

async function record(out: string, arrays: number, ...flags: readonly string[]) {
  return runLab(["profile", "heap", "run", ...flags, "-o", out, "--", process.execPath, allocating, String(arrays)]);
}

test("run passes on output and exit code, says what was allocated, and the file is V8's", async () => {
  const out = fresh(".heapprofile");
  const {code, stdout, stderr} = await record(out, 5000, "--tree");
  assert.deepEqual([code, stdout], [5, "its own\n"]);
  assert.match(stderr, /^[\d,]+ samples, one in 32\.8 kB: .* MB allocated in .*, .* in a second, garbage included$/m);
  assert.match(stderr, /^ *[\d.]+ MB +\d+ % +[\d.]+ MB +waste\b/m);
  assert.ok(checkHeapProfile(JSON.parse(readFileSync(out, "utf8")), out).samples.length > 0);
});

test("run with --json leaves only the summary on standard output, and draws what the ending says", async () => {
  const out = fresh(".svg");
  const {code, stdout, stderr} = await record(out, 5000, "--json", "--no-inlining");
  const {live, inlining, bytes, bytesPerSecond, functions, file} = JSON.parse(stdout);
  assert.deepEqual([code, live, inlining, file], [5, false, false, out], stderr);
  assert.ok(bytes > 30e6 && bytesPerSecond > 0);
  assert.equal(functions[0].name, "waste");
  assert.match(readFileSync(out, "utf8"), /^<svg.*/);
});

test("run refuses a name that cannot hold bytes, and a file that exists, before the program starts", async () => {
  const [taken, mark] = [fresh(".heapprofile"), fresh(".mark")];
  writeFileSync(taken, "mine");
  const words = [process.execPath, script(`require("node:fs").writeFileSync(${JSON.stringify(mark)}, "");`)];
  for (const [out, message] of [
    [fresh(".cpuprofile"), /a \.cpuprofile holds time, and bytes would be recorded/],
    [taken, /exists already\n {2}--force replaces it/]
  ] as const) {
    const {code, stdout, stderr} = await runLab(["profile", "heap", "run", "-o", out, "--", ...words]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, message);
  }
  assert.deepEqual([readFileSync(taken, "utf8"), existsSync(mark)], ["mine", false]);
});

test("diff of two recordings says in bytes what grew, and refuses a snapshot beside a recording", async () => {
  const [before, after, snapshot] = [fresh(".heapprofile"), fresh(".heapprofile"), fresh(".heapsnapshot")];
  await record(before, 2000, "--no-inlining");
  await record(after, 6000, "--no-inlining");
  const {code, stdout, stderr} = await runLab(["profile", "heap", "diff", before, after, "--json"]);
  assert.equal(code, 0, stderr);
  const {functions} = JSON.parse(stdout);
  assert.deepEqual([functions[0].name, functions[0].clear], ["waste", true]);
  assert.ok(Math.abs(functions[0].growth / 32e6 - 1) < 0.25, `${functions[0].growth}`);
  const text = await runLab(["profile", "heap", "diff", before, after, "--filter", "waste"]);
  assert.match(text.stdout, /^ *[\d.]+ MB +[\d.]+ MB +\+[\d.]+ MB +waste\b/m);
  writeFileSync(snapshot, '{"snapshot":{"meta":{}}}');
  const mixed = await runLab(["profile", "heap", "diff", before, snapshot]);
  assert.deepEqual([mixed.code, mixed.stdout], [2, ""]);
  assert.match(mixed.stderr, /is a heap snapshot, and .* is none/);
});

test("Ctrl-C ends attach early, keeps what was sampled, and leaves no port", onLinux, async () => {
  const child = await startTarget(node!, BUSY);
  const out = fresh(".folded");
  const command = ["profile", "heap", "attach", String(child.pid), "--timeout", "20s", "--duration", "60s"];
  const lab = startLab([...command, "--json", "-o", out]);
  await lab.saidOnError(/attached/);
  await new Promise((resolve) => setTimeout(resolve, 500));
  lab.process.kill("SIGINT");
  const {code, stdout, stderr} = await lab.ended;
  assert.equal(code, 0, stderr);
  const {ending, inspector, functions} = JSON.parse(stdout);
  assert.deepEqual([ending, inspector.now], ["stopped", "closed"]);
  assert.ok(functions.some(({name}: {name: string}) => name === "waste"));
  assert.match(readFileSync(out, "utf8"), /waste \(.*\) \d+$/m);
  assert.deepEqual(await linux.listening(child.pid), []);
  await child.kill();
});

test("top writes slices where there is no terminal, and leaves no port", onLinux, async () => {
  const child = await startTarget(node!, BUSY);
  const command = [
    "profile",
    "heap",
    "top",
    String(child.pid),
    "--timeout",
    "20s",
    "--every",
    "1s",
    "--duration",
    "2s"
  ];
  const {code, stdout, stderr} = await runLab([...command, "--json"]);
  assert.equal(code, 0, stderr);
  const slices = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const wastes = ({functions}: {functions: {name: string}[]}) => functions.some(({name}) => name === "waste");
  assert.ok(slices.some(wastes) && slices.every(({heapUsed, pauseMs}) => heapUsed > 0 && pauseMs > 0));
  assert.deepEqual(await linux.listening(child.pid), []);
  await child.kill();
});

test("two snapshots of one process tell which objects it has gained", onLinux, async () => {
  const mark = fresh(".mark");
  const program = `
    class Gained { constructor(id) { this.id = id; } }
    globalThis.gained = [new Gained(0)];
    const timer = setInterval(() => {
      if (!require("node:fs").existsSync(${JSON.stringify(mark)})) return;
      for (let id = 1; id <= 5000; id++) gained.push(new Gained(id));
      clearInterval(timer);
      console.log("full");
    }, 20);
    setInterval(() => gained.length, 1000);
    console.log("ready");`;
  const child = await startTarget(node!, program);
  const files = [fresh(".heapsnapshot"), fresh(".heapsnapshot")] as const;
  const take = (file: string) =>
    runLab(["profile", "heap", "snapshot", String(child.pid), "--timeout", "20s", "--json", "-o", file]);
  const first = await take(files[0]);
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stderr, /stands still now, until its heap of .* is written/);
  writeFileSync(mark, "");
  await child.saying("full");
  const second = await take(files[1]);
  assert.ok(JSON.parse(second.stdout).pauseMs > 0);
  assert.deepEqual(await linux.listening(child.pid), []);
  const {stdout} = await runLab(["profile", "heap", "diff", ...files, "--filter", "gained", "--json"]);
  const {constructors} = JSON.parse(stdout);
  assert.deepEqual([constructors[0].name, constructors[0].countGrowth], ["Gained", 5000]);
  await child.kill();
});

test("what cannot be right is refused with the way out", async () => {
  const sampler = await startTarget(node!, BUSY, ["--heap-prof", `--heap-prof-dir=${folder}`]);
  const cases: [args: string[], message: RegExp][] = [
    [["atach"], /unknown command 'profile heap atach'\n {2}did you mean attach\?/],
    [["attach", "4194305"], /no process 4194305 is running/],
    [["attach", String(sampler.pid)], /samples its own allocations, by --heap-prof/],
    [["run", "--interval", "10", "--", "node"], /must be from 1kB to 1024MiB/],
    [["snapshot", "1", "-o", "x.json"], /expected a name that ends in \.heapsnapshot/],
    [["diff", "none.heapprofile", "none.heapprofile"], /no such file/]
  ];
  for (const [args, message] of cases) {
    const {code, stdout, stderr} = await runLab(["profile", "heap", ...args]);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
  }
  await sampler.kill();
});
