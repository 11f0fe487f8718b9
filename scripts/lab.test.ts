import assert from "node:assert/strict";
import {execFile, spawn} from "node:child_process";
import {copyFile, mkdir, mkdtemp, rm, truncate, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";
import {FORMAT, type Result} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";

const bin = fileURLToPath(new URL("./bin.mjs", import.meta.url));
let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lab-test-"));
});
after(() => rm(folder, {recursive: true, force: true}));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in the test's folder, where nothing has been measured. */
function lab(args: readonly string[], env: NodeJS.ProcessEnv = {}, before: readonly string[] = [bin]): Promise<Ended> {
  const {NO_COLOR: _no, FORCE_COLOR: _force, NODE_TEST_CONTEXT: _test, ...rest} = process.env;
  const options = {cwd: folder, env: {...rest, LANG: "C.UTF-8", HOTPATH_DATA: join(folder, "data"), ...env}};
  return new Promise((resolve) => {
    execFile(process.execPath, [...before, ...args], options, (error, stdout, stderr) =>
      resolve({code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, stdout, stderr})
    );
  });
}

function resultOf(): Result {
  const run = syntheticRun({
    times: {plus: 1000, join: 2000},
    claims: [{that: "join takes longer", variant: "join", ratio: {above: 1}, at: 1000}]
  });
  const machine = {id: "m", cpu: "c", cores: 2, memoryBytes: 1e9, os: "o", arch: "x64", virtual: null};
  return {format: FORMAT, lab: "strings", machine, runs: [run]};
}

async function file(name: string, content: unknown): Promise<string> {
  await writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

const percentage = "must be a percentage above 0% and at most 50%, like 1%";

test("alone it prints help, on standard output, and exits 0", async () => {
  const [alone, help] = await Promise.all([lab([]), lab(["--help"])]);
  assert.deepEqual(alone, help);
  assert.equal(alone.code, 0);
  assert.equal(alone.stderr, "");
  for (const command of ["run", "report", "list", "doctor", "start", "docs", "build", "serve"]) {
    assert.match(alone.stdout, new RegExp(`^ {2}${command}\\b`, "m"));
  }
});

test("what is mistyped is refused with the nearest name, and exits 2", async () => {
  const cases: [args: string[], message: string][] = [
    [["reprot"], "lab: unknown command 'reprot'\n  did you mean report?\n"],
    [["run", "--quik"], "lab: unknown option '--quik'\n  did you mean --quick?\n"],
    [["a\u001b[2Jb"], "lab: unknown command 'a\\x1b[2Jb'\n  `lab --help` shows the commands\n"],
    [["--versoin"], "lab: unknown option '--versoin'\n  did you mean --version?\n"],
    [["doctor", "me"], "lab: too many arguments for 'doctor'. Expected 0 arguments but got 1.\n"]
  ];
  const endings = await Promise.all(cases.map(([args]) => lab(args)));
  for (const [index, [, stderr]] of cases.entries()) assert.deepEqual(endings[index], {code: 2, stdout: "", stderr});
});

test("a value that is refused is named by its option, and a command that is like none by the way to all of them", async () => {
  const refusal = async (...args: string[]) => (await lab(args)).stderr;
  assert.equal(await refusal("run", "--budget", "0"), "lab: --budget must be a time like 30s or 2m, got 0\n");
  assert.equal(await refusal("compare", "--margin", "5"), `lab: --margin ${percentage}, got 5\n`);
  assert.equal(await refusal("zzzzzzzz"), "lab: unknown command 'zzzzzzzz'\n  `lab --help` shows the commands\n");
});

test("a default is shown as it would be typed", async () => {
  const {stdout} = await lab(["run", "--help"]);
  assert.match(stdout, /too small to matter \(default: 1%\)/);
  assert.match(stdout, /not answered by then \(default:\s+60s\)/);
});

test("every command has help", async () => {
  const names = ["run", "report", "list", "doctor", "start", "docs", "build", "serve"];
  const helps = await Promise.all(names.map((name) => lab([name, "--help"])));
  for (const [index, {code, stdout}] of helps.entries()) {
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`^Usage: lab ${names[index]}`));
  }
});

test("an old Node and missing packages are said in plain words", async () => {
  const old = 'Object.defineProperty(process, "versions", {value: {...process.versions, node: "18.20.4"}})';
  const aged = await lab([], {}, ["--import", `data:text/javascript,${encodeURIComponent(old)}`, bin]);
  assert.equal(aged.code, 2);
  assert.match(aged.stderr, /^lab: expected Node 20\.19 or newer, got 18\.20\.4\n/);
  await mkdir(join(folder, "bare/scripts"), {recursive: true});
  await copyFile(bin, join(folder, "bare/scripts/bin.mjs"));
  const bare = await lab([], {}, [join(folder, "bare/scripts/bin.mjs")]);
  assert.equal(bare.code, 2);
  assert.match(bare.stderr, /^lab: the packages that it needs are not installed\n {2}run `npm ci` in .*bare/);
});

test("a report without results says how to make some", async () => {
  const {code, stdout, stderr} = await lab(["report"]);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /nothing has been measured here yet\n {2}`lab run/);
});

test("JSON is alone on standard output", async () => {
  const {code, stdout, stderr} = await lab(["report", "--json", await file("good.json", resultOf())]);
  assert.deepEqual([code, stderr], [0, ""]);
  const {comparisons, claims} = JSON.parse(stdout);
  assert.equal(comparisons[0].verdict, "slower");
  assert.equal(claims[0].verdict, "holds");
});

test("colour follows the environment, and --no-color has the last word", async () => {
  const name = await file("colour.json", resultOf());
  const [plain, forced, refused] = await Promise.all([
    lab(["report", name]),
    lab(["report", name], {FORCE_COLOR: "1"}),
    lab(["report", name, "--no-color"], {FORCE_COLOR: "1"})
  ]);
  assert.ok(forced.stdout.includes("\u001b[31mslower"));
  assert.deepEqual(refused.stdout, plain.stdout);
  assert.ok(!plain.stdout.includes("\u001b"));
});

test("a result that cannot be used is named with its place, and the good ones are still reported", async () => {
  const good = resultOf();
  const text = JSON.stringify(good);
  await writeFile(join(folder, "large.json"), "");
  await truncate(join(folder, "large.json"), 65 * 2 ** 20);
  const cases: [name: string, message: RegExp][] = [
    ["missing.json", /^missing\.json: no such file$/m],
    [await file("cut.json", text.slice(0, text.length / 2)), /^cut\.json: not JSON: /m],
    [await file("newer.json", {...good, format: 99}), /^newer\.json: format: expected at most 1, got 99\n {2}/m],
    [
      await file("null.json", text.replace(/"samplesNs":\[[^,]+/, '"samplesNs":[null')),
      /^null\.json: runs\[0\]\.forks\[0\]\.samplesNs\[0\]: /m
    ],
    [await file("proto.json", text.replace(/^\{/, '{"__proto__":{"polluted":1},')), /^proto\.json: __proto__: /m],
    [await file("array.json", {...good, runs: new Array(1e6).fill(0)}), /^array\.json: runs\[0\]: /m],
    [
      await file("escape.json", {...good, lab: "\u001b[2J"}),
      /^escape\.json: lab: .*\\x1b\[2J|^escape\.json: lab: .*u001b/m
    ],
    ["large.json", /^large\.json: expected at most \d+ bytes, got 68157440$/m]
  ];
  const {code, stdout, stderr} = await lab(["report", ...cases.map(([name]) => name), await file("fine.json", good)]);
  assert.equal(code, 2);
  for (const [, message] of cases) assert.match(stderr, message);
  assert.ok(!stderr.includes("\u001b"));
  assert.ok(!stderr.includes("    at "));
  assert.match(stdout, /join takes longer/);
});

test("a reader that closes the pipe early is no error", async () => {
  const name = await file("pipe.json", resultOf());
  const child = spawn(process.execPath, [bin, "report", name], {cwd: folder, stdio: ["ignore", "pipe", "pipe"]});
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([code, stderr], [0, ""]);
});

test("the labs are listed with their results, a result of other code is stale, and a report is found by the lab's name", async () => {
  await mkdir(join(folder, "data/local"), {recursive: true});
  await writeFile(join(folder, "data/local/strings.json"), JSON.stringify(resultOf()));
  const {code, stdout} = await lab(["list", "--json"]);
  assert.match((await lab(["report", "strings"])).stdout, /join takes longer/);
  const {stderr} = await lab(["report", "shapes"]);
  assert.match(
    stderr,
    /^shapes: no such file, and no result of a lab of this name\n {2}`lab run shapes` measures it$/m
  );
  await rm(join(folder, "data/local/strings.json"));
  assert.equal(code, 0);
  const {labs} = JSON.parse(stdout) as {labs: {name: string; local: {stale: boolean}[]; variants: unknown[]}[]};
  const strings = labs.find(({name}) => name === "strings")!;
  assert.deepEqual(
    strings.local.map(({stale}) => stale),
    [true]
  );
  assert.ok(strings.variants.length > 1);
  assert.deepEqual(labs.find(({name}) => name === "shapes")!.local, []);
});

test("the doctor answers without privileges and exits 0, whatever it finds", async () => {
  const {code, stdout, stderr} = await lab(["doctor", "--quick", "--json"]);
  assert.deepEqual([code, stderr], [0, ""]);
  const {machine, findings, timer} = JSON.parse(stdout);
  assert.match(machine.id, /core$/);
  assert.ok(timer.stepNs > 0 && timer.costNs > 0);
  assert.deepEqual(
    findings.map(({topic}: {topic: string}) => topic),
    ["cores", "load", "clock rate", "power", "virtual", "timer"]
  );
});
