import assert from "node:assert/strict";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {before, test} from "node:test";
import {TEMPORARY} from "../temporary-data.js";
import {ask, ForkError, Interrupted} from "./ask.js";
import {compileChild} from "./compile.js";
import {nodeRuntime} from "./runtimes/node.js";
import type {RuntimeHandle} from "./runtimes/runtime.js";

let child: string;
let runtime: RuntimeHandle;
let modules = 0;

before(async () => {
  [child, runtime] = await Promise.all([compileChild(), nodeRuntime()]);
});

interface Asked {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly args?: readonly string[];
}

/** Asks a real process to describe a lab whose compiled module has this text. */
async function askModule(text: string, {timeoutMs = 60_000, signal, args = []}: Asked = {}): Promise<unknown> {
  const lab = join(TEMPORARY, `lab-${modules++}.mjs`);
  await writeFile(lab, text);
  return ask(
    {lab, task: "describe"},
    {
      runtime: {...runtime, args: [...runtime.args, ...args]},
      child,
      timeoutMs,
      signal: signal ?? new AbortController().signal
    }
  );
}

/** What is said of a process that gives no answer. */
async function failure(text: string, asked?: Asked): Promise<string> {
  const error = await askModule(text, asked).then(
    (answer) => assert.fail(`answered ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown
  );
  assert.ok(error instanceof ForkError, String(error));
  return error.message;
}

test("an answer comes back as it was given", async () => {
  assert.deepEqual(await askModule("export const describe = () => ({a: [1, null, 'ü\\n']})"), {a: [1, null, "ü\n"]});
});

test("a process that hangs is stopped when its time is over", async () => {
  const hangs = "gave no answer within 0.4 s and was stopped";
  assert.equal(await failure("export const describe = () => {for (;;);}", {timeoutMs: 400}), hangs);
  assert.equal(await failure("for (;;);", {timeoutMs: 400}), hangs);
  assert.equal(
    await failure("export const describe = () => new Promise(() => setInterval(() => {}, 50))", {timeoutMs: 400}),
    hangs
  );
});

test("a process that ends before it has answered says with which code", async () => {
  assert.equal(await failure("process.exit(7)"), "ended with code 7 before it answered");
  assert.match(await failure("export const describe = () => new Promise(() => {})"), /^ended with code (0|13) before/);
});

test("a process that is killed says by which signal", async () => {
  assert.equal(await failure('process.kill(process.pid, "SIGKILL"); for (;;);'), "was killed by SIGKILL");
});

test("a lab that prints is refused, and what it printed is shown", async () => {
  const refused = "on standard output, where only the answer may stand: a lab must not print";
  const answer = "export const describe = () => 1;";
  assert.equal(await failure(`console.log("hello"); ${answer}`), `printed "hello" ${refused}`);
  assert.equal(
    await failure(`process.stdout.write("no line"); ${answer}`),
    `printed "no line{\\"answer\\":1}" ${refused}`
  );
  assert.equal(await failure('console.log("{}"); process.exit(0)'), `printed "{}" ${refused}`);
});

test("a lab that prints without end is stopped", async () => {
  const endless = (stream: string) =>
    failure(`const more = () => process.${stream}.write("x".repeat(65536), more);
      export const describe = () => new Promise(more);`);
  assert.equal(await endless("stdout"), "printed without end and was stopped: a lab must not print");
  assert.equal(await endless("stderr"), "printed without end and was stopped: a lab must not print");
});

test("a process that runs out of memory says so", async () => {
  const hoards = "export const describe = () => {const all = []; for (;;) all.push(new Array(1000).fill(all.length));}";
  assert.equal(await failure(hoards, {args: ["--max-old-space-size=20"]}), "ran out of memory");
});

test("talk of memory on standard error does not make a good answer bad", async () => {
  assert.equal(await askModule('console.error("heap out of memory"); export const describe = () => 1'), 1);
});

test("what a lab throws is told", async () => {
  assert.equal(await failure('export const describe = () => {throw new RangeError("boom")}'), "threw: boom");
  assert.equal(await failure("export const describe = () => {throw 3}"), "threw: 3");
  assert.equal(await failure("export const describe = 3"), "threw: lab.describe is not a function");
});

test("an answer is enough: timers, servers and processes that a lab leaves behind are not waited for", async () => {
  const leaves = `import {spawn} from "node:child_process";
    import {createServer} from "node:net";
    export const describe = () => {
      setInterval(() => {}, 1000);
      createServer().listen(0);
      spawn("sleep", ["3600"], {stdio: "inherit"}).unref();
      return 1;
    };`;
  assert.equal(await askModule(leaves.replace(/spawn\("sleep".*\n/, "\n")), 1);
  const left = leaves.replace('"sleep", ["3600"]', 'process.execPath, ["-e", "setTimeout(() => {}, 20000)"]');
  assert.equal(await askModule(left), 1);
});

test("an interrupted question stops the process, and is not called a failure of the lab", async () => {
  const abort = new AbortController();
  const asked = askModule("for (;;);", {signal: abort.signal});
  setTimeout(() => abort.abort(), 300);
  await assert.rejects(asked, Interrupted);
  await assert.rejects(askModule("export const describe = () => 1", {signal: abort.signal}), Interrupted);
});

test("a child that Ctrl-C reached before us counts as interrupted", async () => {
  await assert.rejects(askModule('process.kill(process.pid, "SIGINT"); for (;;);'), Interrupted);
});

test("a runtime that cannot be started is named as the cause", async () => {
  const missing = {...runtime, executable: join(TEMPORARY, "no-such-node")};
  const options = {runtime: missing, child, timeoutMs: 1000, signal: new AbortController().signal};
  await assert.rejects(ask({lab: "", task: "describe"}, options), {
    name: "ForkError",
    message: /^could not be started: spawn .*no-such-node ENOENT$/
  });
});

test("neither loaders nor options of this process reach the child", async () => {
  process.env.NODE_OPTIONS = "--stack-trace-limit=3";
  try {
    const shows = "export const describe = () => [process.env.NODE_OPTIONS ?? null, process.execArgv]";
    assert.deepEqual(await askModule(shows), [null, runtime.args]);
  } finally {
    delete process.env.NODE_OPTIONS;
  }
});
