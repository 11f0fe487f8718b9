import assert from "node:assert/strict";
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {runLab, startLab} from "../../lab-process.js";
import {linux} from "../../profile/system/linux.js";
import {startTarget} from "../../profile/target-process.js";
import {testNodes} from "../../profile/test-nodes.js";
import {TEMPORARY} from "../../temporary-data.js";

const [node] = testNodes;
const BUSY = 'setInterval(() => spin(40), 50); console.log("ready");';
const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};
const folder = join(TEMPORARY, "recordings");
mkdirSync(folder, {recursive: true});
let count = 0;
const fresh = (ending: string) => join(folder, `recording-${++count}${ending}`);

function script(text: string): string {
  const file = fresh(".cjs");
  writeFileSync(file, `function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\n${text}\n`);
  return file;
}

const readProfile = (file: string) => checkCpuProfile(JSON.parse(readFileSync(file, "utf8")), file);

test("run passes on output and exit code, and says on standard error what was sampled", async () => {
  const out = fresh(".cpuprofile");
  const program = script(
    'console.log("its own", process.argv[2]); for (let i = 0; i < 20; i++) fib(27); process.exitCode = 5;'
  );
  const {code, stdout, stderr} = await runLab(["profile", "run", "-o", out, "--", process.execPath, program, "--top"]);
  assert.deepEqual([code, stdout], [5, "its own --top\n"]);
  assert.match(stderr, /^1 process, exit code 5 after /m);
  assert.match(stderr, /^ *[\d.]+ m?s +\d.* fib +.*recording-\d+\.cjs:1$/m);
  assert.ok(readProfile(out).nodes.some(({callFrame}) => callFrame.functionName === "fib"));
});

test("run with --json leaves only the summary on standard output", async () => {
  const {code, stdout, stderr} = await runLab([
    ...["profile", "run", "--json", "-o", fresh(".svg"), "--"],
    ...[process.execPath, script('console.log("its own"); for (let i = 0; i < 20; i++) fib(27);')]
  ]);
  assert.equal(code, 0, stderr);
  const {functions, processes, samples, files} = JSON.parse(stdout);
  assert.ok(samples > 0 && processes.length === 1 && functions.some(({name}: {name: string}) => name === "fib"));
  assert.match(readFileSync(files[0], "utf8"), /^<svg/);
  assert.match(stderr, /its own/);
});

test("run refuses to replace a file before the program starts, and --force replaces it", async () => {
  const [out, mark] = [fresh(".cpuprofile"), fresh(".mark")];
  writeFileSync(out, "mine");
  const words = [process.execPath, script(`require("node:fs").writeFileSync(${JSON.stringify(mark)}, ""); fib(25);`)];
  const refused = await runLab(["profile", "run", "-o", out, "--", ...words]);
  assert.deepEqual([refused.code, readFileSync(out, "utf8"), existsSync(mark)], [2, "mine", false]);
  assert.match(refused.stderr, /exists already\n {2}--force replaces it/);
  assert.equal((await runLab(["profile", "run", "-o", out, "--force", "--", ...words])).code, 0);
  assert.ok(readProfile(out).samples.length > 0);
});

test("run joins processes below their names, and --split gives each a file", async () => {
  const program = script(
    'for (let i = 0; i < 20; i++) fib(27); if (!process.argv[2]) require("node:child_process").spawnSync(process.execPath, [__filename, "x"]);'
  );
  const out = fresh(".cpuprofile");
  await runLab(["profile", "run", "-o", out, "--", process.execPath, program]);
  const {nodes} = readProfile(out);
  const tops = nodes[0]!.children!.map((id) => nodes.find((candidate) => candidate.id === id)!.callFrame.functionName);
  assert.equal(tops.filter((name) => /^process \d+: node .*recording-\d+\.cjs/.test(name)).length, 2);
  const parts = fresh(".cpuprofile");
  await runLab(["profile", "run", "--split", "-o", parts, "--", process.execPath, program]);
  const stem = parts.slice(folder.length + 1).replace(".cpuprofile", "");
  const files = readdirSync(folder).filter((file) => file.startsWith(`${stem}.`));
  assert.equal(files.length, 2);
  for (const file of files) assert.ok(readProfile(join(folder, file)).samples.length > 0);
});

test("a program in a synchronous loop ends by a signal to run, with what was sampled", onLinux, async () => {
  const out = fresh(".cpuprofile");
  const words = [process.execPath, script('console.error("looping"); for (;;) fib(20);')];
  const lab = startLab(["profile", "run", "-o", out, "--", ...words]);
  await lab.saidOnError(/looping/);
  await new Promise((resolve) => setTimeout(resolve, 300));
  lab.process.kill("SIGINT");
  const {code, stderr} = await lab.ended;
  assert.equal(code, 130, stderr);
  assert.ok(readProfile(out).nodes.some(({callFrame}) => callFrame.functionName === "fib"));
});

test("nothing is written where nothing was sampled, and the exit code says so", async () => {
  const out = fresh(".cpuprofile");
  const {code, stderr} = await runLab(["profile", "run", "-o", out, "--", "true"]);
  assert.deepEqual([code, existsSync(out)], [1, false]);
  assert.match(stderr, /no Node process was started/);
});

test("attach writes what it sampled, says what it did, and leaves no port", onLinux, async () => {
  const child = await startTarget(node!, BUSY);
  const out = fresh(".cpuprofile");
  const {code, stdout, stderr} = await runLab([
    "profile",
    "attach",
    String(child.pid),
    "--duration",
    "500ms",
    "-o",
    out
  ]);
  assert.deepEqual([code, stdout], [0, ""], stderr);
  assert.match(stderr, /attached to process \d+ .*, in \d+ ms/);
  assert.match(stderr, /opened the inspector of process \d+ \(port \d+ of 127\.0\.0\.1\) and closed it again/);
  assert.ok(readProfile(out).nodes.some(({callFrame}) => callFrame.functionName === "fib"));
  assert.deepEqual(await linux.listening(child.pid), []);
  await child.kill();
});

test("Ctrl-C ends attach early, keeps what was sampled, and leaves no port", onLinux, async () => {
  const child = await startTarget(node!, BUSY);
  const out = fresh(".cpuprofile");
  const lab = startLab([
    "profile",
    "attach",
    String(child.pid),
    "--timeout",
    "20s",
    "--duration",
    "60s",
    "--json",
    "-o",
    out
  ]);
  await lab.saidOnError(/attached/);
  await new Promise((resolve) => setTimeout(resolve, 500));
  lab.process.kill("SIGINT");
  const {code, stdout, stderr} = await lab.ended;
  assert.equal(code, 0, stderr);
  const {ending, inspector, file} = JSON.parse(stdout);
  assert.deepEqual([ending, inspector.now], ["stopped", "closed"]);
  assert.ok(readProfile(file).samples.length > 0);
  assert.deepEqual(await linux.listening(child.pid), []);
  await child.kill();
});

test("attach alone lists the processes that can be sampled", onLinux, async () => {
  const child = await startTarget(node!, BUSY);
  const {code, stdout} = await runLab(["profile", "attach", "--json"]);
  const found = JSON.parse(stdout).find(({pid}: {pid: number}) => pid === child.pid);
  assert.deepEqual([code, found.obstacle, found.usr1], [0, null, "caught"]);
  await child.kill();
});

test("dump shows threads as text and as JSON", onLinux, async () => {
  const child = await startTarget(
    node!,
    'console.log("ready"); setImmediate(() => spin(60_000)); setInterval(() => {}, 1000);'
  );
  const text = await runLab(["profile", "dump", String(child.pid), "--timeout", "20s"]);
  assert.equal(text.code, 0, text.stderr);
  assert.match(text.stdout, /^main thread: running; stopped for [\d.]+ ms\n(?: {4}.*\n)* {4}spin +.*\.cjs:\d+$/m);
  const json = await runLab(["profile", "dump", String(child.pid), "--timeout", "20s", "--locals", "--json"]);
  const {threads} = JSON.parse(json.stdout);
  const spin = threads[0].frames.find(({name}: {name: string}) => name === "spin");
  assert.ok(spin.locals.some(({name, value}: {name: string; value: string}) => name === "ms" && value === "60000"));
  await child.kill();
});

test("top writes slices where there is no terminal, and leaves no port at Ctrl-C", onLinux, async () => {
  const child = await startTarget(node!, BUSY);
  const lines = await runLab(["profile", "top", String(child.pid), "--timeout", "20s", "--duration", "2s", "--json"]);
  const slices = lines.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(lines.code, 0, lines.stderr);
  assert.ok(
    slices.length >= 1 && slices.every(({functions}) => functions.some(({name}: {name: string}) => name === "fib"))
  );
  const lab = startLab(["profile", "top", String(child.pid), "--timeout", "20s"]);
  await new Promise<void>((resolve) => lab.process.stdout!.once("data", () => resolve()));
  lab.process.kill("SIGINT");
  const {code, stdout} = await lab.ended;
  assert.equal(code, 0);
  assert.match(stdout, /overhead [\d.]+ %/);
  assert.deepEqual(await linux.listening(child.pid), []);
  await child.kill();
});
