import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {before, test} from "node:test";
import {checkImported} from "#lib/imported.js";
import {FORMAT} from "#lib/result.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "#lib/synthetic-run.js";
import {goldenFile} from "../exchange/golden.js";
import {runLab} from "../lab-process.js";
import {TEMPORARY} from "../temporary-data.js";

const data = join(TEMPORARY, "exchange");
const file = (name: string) => join(TEMPORARY, name);

async function writeOurs(
  path: string,
  join: number,
  change: Parameters<typeof syntheticRun>[0]["runtime"] = {},
  seed = 1
) {
  const claims = [{that: "join takes longer", variant: "join", ratio: {above: 1}, at: 1000}];
  const run = syntheticRun({times: {plus: 100, join}, claims, blocks: 8, seed, runtime: change});
  await writeFile(path, JSON.stringify({format: FORMAT, lab: "strings", machine, runs: [run]}));
}

before(async () => {
  await mkdir(join(data, "local"), {recursive: true});
  await writeOurs(join(data, "local/strings.json"), 200);
  await writeOurs(file("before.json"), 200);
  await writeOurs(file("after.json"), 230, {}, 2);
  await writeOurs(file("turned.json"), 80, {version: "26.1.0"}, 3);
});

test("an imported file is kept as it was found, shown, and shown again by lab report", async () => {
  const {code, stdout, stderr} = await runLab(["import", goldenFile("pyperf.json")], data);
  assert.deepEqual([code, stderr.includes("kept in ")], [0, true], stderr);
  assert.match(stdout, /^pyperf 2\.10\.0 {2}imported from pyperf\n/);
  assert.match(stdout, /^sum .*µs/m);
  const kept = join(data, "local/imported/pyperf.json");
  assert.equal(checkImported(JSON.parse(await readFile(kept, "utf8")), kept).benchmarks.length, 2);
  const again = await runLab(["report", kept], data);
  assert.equal(again.stdout.trim(), stdout.trim());
  const {imported, comparisons} = JSON.parse((await runLab(["report", "--json", kept], data)).stdout);
  assert.deepEqual([imported.length, imported[0].benchmarks[0].processes, comparisons], [1, 10, []]);
});

test("what cannot be imported is refused with a way out, and nothing is written", async () => {
  await writeFile(file("cut.json"), (await readFile(goldenFile("jmh-avgt.json"), "utf8")).slice(0, 5000));
  await writeFile(file("evil.json"), JSON.stringify([{benchmark: "\u001b[2J", mode: "x", primaryMetric: {}}]));
  const cases: [args: string[], message: RegExp][] = [
    [[file("none.json")], /none\.json: no such file\n$/],
    [[file("cut.json")], /cut\.json: not JSON: .*\n {2}a file that was cut off or edited cannot be read/],
    [[file("cut.json"), "--from", "jmh"], /cut\.json: not JSON: /],
    [[file("evil.json")], /evil\.json: \[0\]\.primaryMetric\.scoreUnit: /],
    [[file("before.json")], /before\.json: is a result of ours already\n {2}lab report /],
    [[goldenFile("go.txt"), "--from", "golang"], /--from: no format golang\n {2}did you mean go\?/],
    [[goldenFile("go.txt"), "--out", "/dev/null/x.json"], /cannot be written/]
  ];
  for (const [args, message] of cases) {
    const {code, stdout, stderr} = await runLab(["import", ...args], join(TEMPORARY, "nothing"));
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
    assert.ok(!stderr.includes("\u001b"), "a control character was printed");
  }
  assert.ok(!existsSync(join(TEMPORARY, "nothing/local/imported")));
});

test("an export is alone on standard output, and what it lost is told on standard error", async () => {
  const {code, stdout, stderr} = await runLab(["export", "strings", "--to", "hyperfine"], data);
  assert.deepEqual([code, stderr], [0, "each process is one time, the median of its samples\n"]);
  const {results} = JSON.parse(stdout);
  assert.deepEqual(
    results.map(({command, times}: {command: string; times: number[]}) => [command, times.length]),
    [
      ["strings/plus size=1000", 8],
      ["strings/join size=1000", 8]
    ]
  );
});

test("what is exported and imported again has the same values as before, and compares as the same", async () => {
  for (const format of ["jmh", "pyperf", "go"]) {
    const out = file(`ours.${format}`);
    assert.equal((await runLab(["export", file("before.json"), "--to", format, "--out", out], data)).code, 0);
    assert.equal((await runLab(["import", out, "--out", file(`${format}.json`)], data)).code, 0);
    const {code, stdout, stderr} = await runLab(
      ["compare", "--json", file("before.json"), file(`${format}.json`)],
      data
    );
    assert.equal(code, 0, stderr);
    const [{rows}] = JSON.parse(stdout).comparisons[0].tables;
    assert.equal(rows.length, 2);
    for (const {ratio} of rows) assert.ok(Math.abs(ratio - 1) < 1e-9, `${format}: ${ratio}`);
  }
});

test("an export of nothing, to nothing or of a kind that is not written is refused", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [["export", "strings"], /required option '--to <format>' not specified/],
    [["export", "strings", "--to", "mitata"], /mitata is only read: no program reads mitata's JSON\n/],
    [
      ["export", "shapes", "--to", "go"],
      /shapes: no such file, and no result of a lab of this name\n {2}`lab run shapes`/
    ],
    [["export", "strings", "--to", "google-benchmark"], /there is none here/]
  ];
  for (const [args, message] of cases) {
    const {code, stdout, stderr} = await runLab(args, data);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, message);
  }
});

test("a comparison says first what differs, then which verdicts changed, then the ratios", async () => {
  const {code, stdout} = await runLab(["compare", file("before.json"), file("turned.json")], data);
  assert.equal(code, 0);
  const [differs, changed, ratios] = ["What differs", "Verdicts that changed", "B beside A"].map((part) =>
    stdout.indexOf(part)
  );
  assert.ok(0 < differs! && differs! < changed! && changed! < ratios!, stdout);
  assert.match(stdout, /^runtime +node 24\.21\.0 +node 26\.1\.0$/m);
  assert.match(stdout, /^ {2}holds → fails: join takes longer$/m);
  assert.match(stdout, /^ {2}slower → faster: strings, join beside plus at 1,000$/m);
  assert.match(stdout, /^join at 1,000 elements .* 0\.\d+× .* faster$/m);
});

test("the gate of a build exits 1 and names what is beyond it; within it, it exits 0", async () => {
  const args = ["compare", file("before.json"), file("after.json"), "--fail-on"];
  const failed = await runLab([...args, "slower:5%"], data);
  assert.equal(failed.code, 1);
  assert.match(
    failed.stderr,
    /^slower by more than 5 %: join at 1,000 elements in .*after\.json: 1\.1\d× \(1\.\d+ to 1\.\d+\)$/m
  );
  assert.match(failed.stderr, /^--fail-on: 1 of 2 is slower by more than 5 %$/m);
  assert.equal((await runLab([...args, "slower:30%"], data)).code, 0);
  assert.equal((await runLab([...args, "faster:5%"], data)).code, 0);
});

test("runtimes of one file are compared with each other, and sides that share none are told apart by name", async () => {
  const [one, two] = await Promise.all(
    ["before.json", "turned.json"].map(async (name) => JSON.parse(await readFile(file(name), "utf8")))
  );
  await writeFile(file("both.json"), JSON.stringify({...one, runs: [...one.runs, ...two.runs]}));
  const {code, stdout} = await runLab(["compare", file("both.json")], data);
  assert.equal(code, 0);
  assert.match(stdout, /^A {2}node 24\.21\.0\nB {2}node 26\.1\.0$/m);
  const chosen = await runLab(["compare", `${file("both.json")}:node@26`, file("turned.json")], data);
  assert.match(chosen.stdout, /^join .* same$/m);
  const dated = await runLab(["compare", `${file("both.json")}:2020-01`, file("turned.json")], data);
  assert.deepEqual(
    [dated.code, /no run of 2020-01\n {2}there are: node@24/.test(dated.stderr)],
    [2, true],
    dated.stderr
  );
});

test("a comparison that cannot be made says why", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [[file("before.json")], /is one runtime on one machine, and a comparison needs two sides/],
    [["strings", "nothing-here"], /nothing-here: no such file, and no result of a lab of this name/],
    [[file("before.json"), goldenFile("go.txt")], /go\.txt: not JSON/],
    [[file("before.json"), goldenFile("pyperf.json")], /pyperf\.json: is no result of ours\n {2}.*lab import /],
    [
      [file("before.json"), file("after.json"), "--fail-on", "slower"],
      /must be like slower:5% or faster:5%, got slower/
    ]
  ];
  for (const [args, message] of cases) {
    const {code, stdout, stderr} = await runLab(["compare", ...args], data);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
  }
  await runLab(["import", goldenFile("hyperfine.json"), "--out", file("hyperfine.json")], data);
  const strangers = await runLab(["compare", file("before.json"), file("hyperfine.json")], data);
  assert.match(strangers.stderr, /the sides have measured nothing in common\n.*: plus at 1,000 elements/);
});

test("a lab that is no lab, and a name that is none, are refused by new and check", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [["new", "Not-Kebab"], /Not-Kebab: expected a kebab-case name/],
    [["new", "strings"], /labs\/strings: is there already/],
    [["check", "strngs"], /no lab and no file strngs\n {2}did you mean strings\?/]
  ];
  for (const [args, message] of cases) {
    const {code, stderr} = await runLab(args, data);
    assert.equal(code, 2);
    assert.match(stderr, message);
  }
});
