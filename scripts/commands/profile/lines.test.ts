import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {test} from "node:test";
import {runLab, startLab} from "../../lab-process.js";
import {goldenProgram, writeGolden} from "../../profile/lines/golden-program.js";

const golden = goldenProgram();
const unix = {skip: process.platform === "win32" ? "signals of POSIX" : false};

test("lines lists the functions with most time, writes a file, and replaces none unasked", async () => {
  const out = join(dirname(golden), `lines-${process.pid}.txt`);
  const {code, stdout, stderr} = await runLab([
    "profile",
    "lines",
    "-o",
    out,
    "--top",
    "4",
    "--",
    process.execPath,
    golden
  ]);
  assert.deepEqual([code, stdout], [0, ""], stderr);
  assert.match(stderr, /line +hits +time +± +per hit +% +source/);
  assert.match(stderr, /^ +10 +90,000 .* JSON\.stringify\(items\)/m);
  assert.match(readFileSync(out, "utf8"), /calledOften \(.*main\.mjs:6\)\n10,000 calls;/);
  const again = await runLab(["profile", "lines", "-o", out, "--", process.execPath, golden]);
  assert.equal(again.code, 2);
  assert.match(again.stderr, /exists already\n {2}--force replaces it/);
});

test("lines as JSON stands alone on standard output, whatever the program prints, and keeps its exit code", async () => {
  const file = writeGolden(
    "prints.mjs",
    `function f() { return JSON.stringify(process.versions).length; }
let sum = 0;
for (let i = 0; i < 50_000; i++) sum += f();
console.log("printed", sum);
process.exit(3);
`
  );
  const args = ["profile", "lines", "--json", "--exact-lines", "--function", "f", "--", process.execPath, file];
  const {code, stdout, stderr} = await runLab(args);
  assert.equal(code, 3, stderr);
  assert.equal(stderr.match(/^printed \d+$/gm)?.length, 2);
  const {functions, inlining, counted} = JSON.parse(stdout);
  assert.deepEqual([functions[0].calls, inlining, counted.code], [50_000, false, 3]);
  assert.ok(functions[0].lines[0].us > 0 && functions[0].lines[0].usPerHit > 0);
});

test("calls counts, filters and limits, and leaves what was counted when Ctrl-C ends the program", unix, async () => {
  const file = writeGolden(
    "endless.mjs",
    `function tick() { return 1; }
for (let i = 0; i < 25; i++) tick();
console.log("counted");
while (true);
`
  );
  const lab = startLab(["profile", "calls", "--json", "--filter", "TICK", "--", process.execPath, file]);
  await lab.saidOnError(/^counted$/m);
  lab.process.kill("SIGINT");
  const {code, stdout, stderr} = await lab.ended;
  assert.equal(code, 130, stderr);
  const {functions, signal} = JSON.parse(stdout);
  assert.deepEqual(
    [signal, functions.map(({name, calls}: {name: string; calls: number}) => [name, calls])],
    ["SIGINT", [["tick", 25]]]
  );
});

test("Ctrl-C keeps what was sampled, ends the second run after as long, and claims no time per hit", unix, async () => {
  const file = writeGolden(
    "serves.mjs",
    `function work() {
  let sum = 0;
  for (let i = 0; i < 100_000; i++) sum += Math.sqrt(i);
  return sum;
}
console.error("ready");
setInterval(work, 1);
`
  );
  const lab = startLab(["profile", "lines", "--", process.execPath, file]);
  await lab.saidOnError(/^ready$/m);
  await new Promise((resolve) => setTimeout(resolve, 700));
  lab.process.kill("SIGINT");
  const {code, stderr} = await lab.ended;
  assert.equal(code, 130, stderr);
  assert.match(stderr, /second run: counted, for /);
  assert.match(stderr, /work \(.*serves\.mjs:1\)/);
  assert.match(stderr, /no time per hit: one of the runs was ended early/);
});

test("what is piped in is read by both runs", unix, async () => {
  const file = writeGolden(
    "reads.mjs",
    `function each(line) { return JSON.stringify(line.split("")).length; }
let text = "";
for await (const chunk of process.stdin) text += chunk;
let sum = 0;
for (let i = 0; i < 3000; i++) for (const line of text.split("\\n")) sum += each(line);
console.log(sum);
`
  );
  const args = ["profile", "lines", "--function", "each", "--json", "--", process.execPath, file];
  const lab = startLab(args, undefined, "one\ntwo\nthree");
  const {stdout, stderr} = await lab.ended;
  assert.equal(JSON.parse(stdout).functions[0].calls, 9000, stderr);
});

test("what cannot be right is refused with the way out", async () => {
  const cases: [args: string[], exit: number, message: RegExp][] = [
    [["lines", "--", "no-such-program"], 2, /no such program: no-such-program/],
    [["calls", "--", "app.js"], 2, /a script is started by Node: -- node app\.js/],
    [["lines", "-o", "x.svg", "--", "node"], 2, /x\.svg: expected a name that ends in \.txt or \.json/],
    [["calls", "--", "true"], 1, /no Node process was started/],
    [["lines", "--", process.execPath, "/no/such/file.js"], 1, /Cannot find module/],
    [["lines", "--function", "clledOften", "--", process.execPath, golden], 2, /the nearest are calledOften/]
  ];
  for (const [args, exit, message] of cases) {
    const {code, stdout, stderr} = await runLab(["profile", ...args]);
    assert.deepEqual([code, stdout], [exit, ""], stderr);
    assert.match(stderr, message);
  }
});
