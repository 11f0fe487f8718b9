import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {readFile, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import process from "node:process";
import {describe, test} from "node:test";
import {fileURLToPath} from "node:url";
import {missingMajors, testNodes} from "../profile/test-nodes.js";
import {recordingFile} from "../recordings/manifest.js";
import {ROOT} from "../store.js";
import {TEMPORARY} from "../temporary-data.js";
import {readExercises} from "./exercises.js";
import {functionAt, functionsIn} from "./functions-in.js";
import {judgeAnswer} from "./judge-answer.js";
import {programFiles} from "./program-files.js";

const bin = fileURLToPath(new URL("../bin.mjs", import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function lab(...args: readonly string[]): Promise<Ended> {
  const {NO_COLOR: _no, FORCE_COLOR: _force, NODE_TEST_CONTEXT: _test, ...env} = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], {cwd: TEMPORARY, env: {...env, LANG: "C.UTF-8"}}, (error, out, err) =>
      resolve({code: error === null ? 0 : Number(error.code), stdout: out, stderr: err})
    );
  });
}

const check = (file: string, exercise: string, answer: string) =>
  lab("check", file, "--exercise", exercise, "--answer", answer);

const orders = (version: number) => recordingFile("orders", `node-${version}.cpuprofile`);

/** The planted spots of the programs. */
const SOLVED = [
  {exercise: "orders-function", program: "orders", answer: "findCustomer", wrong: "nextNumber"},
  {exercise: "pages-garbage", program: "pages", answer: "rowOf", wrong: "remember"},
  {exercise: "pages-survivors", program: "pages", answer: "remember", wrong: "rowOf"},
  {exercise: "server-function", program: "server", answer: "snapshotOf", wrong: "search"},
  {exercise: "photos-line", program: "photos", answer: "light.js:18", wrong: "app.js:18"},
  {exercise: "till-block", program: "till", answer: "doublesIn", wrong: "offersFor"}
];

for (const {executable, version} of testNodes) {
  describe(`recorded by Node ${version}`, {concurrency: 2}, () => {
    for (const {exercise, program, answer, wrong} of SOLVED) {
      test(`the planted spot solves ${exercise}, and another function does not`, async () => {
        const file = await recorded(executable, program, exercise);
        const [right, other] = await Promise.all([check(file, exercise, answer), check(file, exercise, wrong)]);
        assert.deepEqual([right.code, right.stderr], [0, ""], right.stdout);
        assert.match(right.stdout, new RegExp(`^✓ (?:Line )?${answer} has `));
        assert.deepEqual([other.code, other.stderr], [1, ""], other.stdout);
        assert.match(other.stdout, /^✗ .* more\.\n {2}Hint: /);
        assert.ok(!other.stdout.includes(answer), "the hint gives the answer away");
      });
    }
  });
}

for (const major of missingMajors) test(`Node ${major}`, {skip: "not installed"}, () => {});

const HEAP = ["heap", "run", "--no-inlining"];
/** What the exercises name; the server is started, not attached to. */
const COMMANDS: Readonly<Record<string, {command: readonly string[]; kind: string; amount?: string}>> = {
  "orders-function": {command: ["run"], kind: "cpuprofile"},
  "pages-garbage": {command: HEAP, kind: "heapprofile"},
  "pages-survivors": {command: [...HEAP, "--live"], kind: "heapprofile"},
  "server-function": {command: ["run"], kind: "cpuprofile", amount: "200"},
  "photos-line": {command: ["lines", "--exact-lines", "--no-output"], kind: "json", amount: "60"},
  "till-block": {command: ["record"], kind: "json", amount: "3500"}
};

async function recorded(node: string, program: string, exercise: string): Promise<string> {
  const {command, kind, amount = []} = COMMANDS[exercise]!;
  const file = join(TEMPORARY, `${exercise}-${process.hrtime.bigint()}.${kind}`);
  const script = join(ROOT, "labs/programs", program, "app.js");
  const {code, stderr} = await lab("profile", ...command, "-o", file, "--", node, script, ...[amount].flat());
  assert.equal(code, 0, stderr);
  return file;
}

test("both lines of the loop are right, and a line elsewhere is not", async () => {
  const source = await readFile(join(ROOT, "labs/programs/orders/app.js"), "utf8");
  const lines = source.split("\n");
  const lineOf = (text: string) => String(lines.findIndex((line) => line.includes(text)) + 1);
  const [step, comparison, other] = [lineOf("customer of customers"), lineOf("customer.id === id"), lineOf("text +=")];
  for (const version of [20, 24, 26]) {
    assert.equal((await check(orders(version), "orders-line", step)).code, 0);
    assert.equal((await check(orders(version), "orders-line", comparison)).code, 0);
    assert.equal((await check(orders(version), "orders-line", other)).code, 1);
  }
  const beyond = await check(orders(26), "orders-line", String(lines.length + 1));
  assert.deepEqual([beyond.code, beyond.stdout], [2, ""]);
  assert.match(beyond.stderr, /must be the number of a line of labs\/programs\/orders\/app\.js/);
});

test("who names the function that V8 charges for one that it inlined is told so", async () => {
  const {code, stdout} = await check(orders(24), "orders-function", "bookDay");
  assert.equal(code, 1);
  assert.match(stdout.replace(/\s+/g, " "), /does name bookDay first: V8 has put another function into it/);
});

test("an answer may be written as a call; one that the program does not have is refused with the nearest", async () => {
  assert.equal((await check(orders(26), "orders-function", "findCustomer()")).code, 0);
  const {code, stderr} = await check(orders(26), "orders-function", "findCustomr");
  assert.equal(code, 2);
  assert.match(stderr, /has no function findCustomr\n {2}did you mean findCustomer\?/);
});

test("what is no recording of the exercise is refused with the command that makes one", async () => {
  const [empty, cut, folded] = ["empty.cpuprofile", "cut.cpuprofile", "stacks.folded"];
  await writeFile(join(TEMPORARY, empty), "");
  await writeFile(join(TEMPORARY, cut), (await readFile(orders(26), "utf8")).slice(0, 5000));
  await writeFile(join(TEMPORARY, folded), "main;findCustomer 5\n");
  const refused: [file: string, exercise: string, expected: RegExp][] = [
    [empty, "orders-function", /^empty\.cpuprofile: expected a profile, got an empty file/],
    [cut, "orders-function", /^cut\.cpuprofile: not JSON: .*\n {2}it was cut off/],
    [folded, "orders-function", /expected a \.cpuprofile, got folded stacks\n {2}record it so: npx lab profile run/],
    ["missing.cpuprofile", "orders-function", /^missing\.cpuprofile: no such file/],
    [recordingFile("server", "node-26.cpuprofile"), "orders-function", /got one without a sample of it/],
    [recordingFile("pages", "node-26-live.heapprofile"), "pages-garbage", /was it recorded with --live\?/],
    [recordingFile("pages", "node-26-all.heapprofile"), "pages-survivors", /it holds more than survives/],
    [orders(26), "orders-fn", /no exercise orders-fn\n {2}did you mean orders-line\?/]
  ];
  for (const [file, exercise, expected] of refused) {
    const {code, stdout, stderr} = await check(file, exercise, "findCustomer");
    assert.deepEqual([code, stdout], [2, ""], file);
    assert.match(stderr, expected, basename(file));
  }
});

test("without an answer the question is asked, and a profile without an exercise is sent to one", async () => {
  const asked = await lab("check", "x", "--exercise", "orders-line");
  assert.match(asked.stderr, /--answer is missing.*\n {2}On which line .*\n {4}record: .*\n {4}answer: /);
  assert.match((await lab("check", orders(26))).stderr, /--exercise is missing/);
});

test("a listing decides nothing where its leading line may be another file's, and both lines of the loop are right", async () => {
  const listing = (name: string) => recordingFile("photos", `lines-${name}.json`);
  for (const inlined of ["node-20", "node-24"])
    for (const answer of ["light.js:18", "app.js:18"]) {
      const {code, stdout} = await check(listing(inlined), "photos-line", answer);
      assert.equal(code, 1);
      assert.match(stdout.replace(/\s+/g, " "), /^\? Not decided: the time of app\.js:18.* inlined.*--exact-lines/);
    }
  for (const sure of ["node-20-exact-lines", "node-24-exact-lines", "node-26"]) {
    const right = await check(listing(sure), "photos-line", "labs/programs/photos/light.js:18");
    assert.deepEqual([right.code, right.stderr], [0, ""], right.stdout);
    assert.match(right.stdout, /^✓ Line light\.js:18 has .* in labs\/programs\/photos/);
    assert.equal((await check(listing(sure), "photos-line", "app.js:19")).code, 1);
  }
});

test("what is no listing, or no line, is refused with the way out", async () => {
  const listing = recordingFile("photos", "lines-node-26.json");
  const text = await readFile(listing, "utf8");
  const other = text.replaceAll("labs/programs/photos", "elsewhere");
  const made: [name: string, content: string, message: RegExp][] = [
    ["empty.json", "", /expected listings, got an empty file\n {2}record it so: npx lab profile lines --exact-lines/],
    ["cut.json", text.slice(0, 900), /not JSON: .*\n {2}it was cut off/],
    ["fields.json", text.replace('"inlining"', '"in"'), /fields\.json: inlining: missing/],
    ["other.json", other, /expected listings of labs\/programs\/photos\/app\.js, got none of its functions/],
    ["cpu.json", await readFile(orders(26), "utf8"), /expected listings of `lab profile lines`, got a \.cpuprofile/]
  ];
  for (const [name, content, message] of made) {
    await writeFile(join(TEMPORARY, name), content);
    const {code, stdout, stderr} = await check(name, "photos-line", "light.js:18");
    assert.deepEqual([code, stdout], [2, ""], name);
    assert.match(stderr, message, name);
  }
  for (const answer of ["18", "light.js", "light.js:2000", "dark.js:1"])
    assert.match(
      (await check(listing, "photos-line", answer)).stderr,
      /must be a file of the program and a line of it/
    );
});

test("few samples decide nothing, and a difference that may be chance decides for both", () => {
  const candidate = (name: string, samples: number) => ({name, samples, weight: samples, within: name});
  const evidence = (...counts: readonly number[]) => ({
    found: counts.map((count, index) => candidate("abc"[index]!, count)),
    possible: ["a", "b", "c"],
    charged: "a"
  });
  assert.equal(judgeAnswer("a", evidence(39, 1), false).verdict, "undecided");
  assert.equal(judgeAnswer("b", evidence(100, 80), false).verdict, "right");
  assert.equal(judgeAnswer("b", evidence(100, 60), false).verdict, "wrong");
  assert.equal(judgeAnswer("c", evidence(100, 60), false).verdict, "wrong");
  const doubted = (doubtful: number) => ({...evidence(), found: [{...candidate("a", 100), doubtful}]});
  assert.deepEqual(
    [50, 51].map((doubtful) => judgeAnswer("a", doubted(doubtful), true).verdict),
    ["right", "undecided"]
  );
});

test("a line belongs to the innermost function with a name", () => {
  const functions = functionsIn(
    "function a() {\n  const b = () => {\n    [1].map((x) =>\n      x);\n  };\n}\nclass C {\n  d() {\n  }\n}\n"
  );
  const lines = [1, 2, 4, 6, 7, 8];
  assert.deepEqual(
    lines.map((line) => functionAt(functions, line)),
    ["a", "b", "b", "a", "(top level)", "d"]
  );
});

test("every exercise explains a function, or a variable, that its program has", async () => {
  for (const exercise of await readExercises()) {
    const files = await programFiles(exercise);
    const functions = files.flatMap(({text}) => functionsIn(text).map(({name}) => name));
    for (const known of Object.keys(exercise.why)) {
      const isThere = functions.includes(known) || files.some(({text}) => text.includes(`const ${known} = `));
      assert.ok(isThere, `${exercise.name}: ${known}`);
    }
  }
});
