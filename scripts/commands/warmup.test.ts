import assert from "node:assert/strict";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {checkWarmup, type Warmup} from "#lib/warmup/warmup.js";
import {runLab, writeLab} from "../lab-process.js";
import {TEMPORARY} from "../temporary-data.js";

const data = join(TEMPORARY, "warm");
const lab = writeLab("warmed.ts", {
  throws: "if (values.length > 50) throw new Error('the kernel broke'); return 1;",
  hangs: "for (;;) values.length;",
  nothing: "values.length;"
});
const short = ["--processes", "2", "--calls", "3000"];

async function refusal(...args: string[]): Promise<string> {
  const {code, stdout, stderr} = await runLab(["warmup", ...args], data);
  assert.deepEqual([code, stdout], [2, ""], stderr);
  assert.doesNotMatch(stderr, /\n {4}at /, "no stack");
  return stderr;
}

function kept(file: string): Warmup {
  return checkWarmup(JSON.parse(readFileSync(file, "utf8")), file);
}

test("what does not exist is refused before anything is measured, with the nearest that does", async () => {
  assert.match(await refusal("bsaeline"), /^no lab and no file bsaeline\n {2}did you mean baseline\?/);
  assert.match(await refusal(lab, "--variant", "lop"), /^--variant: no variant lop\n {2}did you mean loop\?/);
  assert.match(await refusal(lab, "--size", "51"), /51/);
  assert.match(await refusal(lab, "--with", "node@9"), /^--with: node@9 was not found/);
  assert.match(await refusal(lab, "--tiers", "c3"), /must be one of default, interpreter, .* got c3/);
  assert.match(await refusal(lab, "--processes", "0"), /from 1 to 1000, got 0/);
  assert.match(await refusal(lab, "--each", "--calls", "100001"), /^--each takes at most 100000 calls, got 100001/);
  assert.match(await refusal("strings", "shapes", "--out", "one.json"), /^--out takes one lab, got 2\n/);
});

test("every process is kept from its first call on, timed alone at first, and told in a table and as JSON", async () => {
  const {code, stdout, stderr} = await runLab(["warmup", lab, "--size", "500", ...short], data);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^warmed {2}loop at 500 operations\n/);
  const {series} = kept(join(data, "local/warmup/warmed.json"));
  assert.deepEqual(
    series.map(({variant, size, tier, runtime}) => [variant, size, tier, runtime.version]),
    [["loop", 500, "default", process.versions.node]]
  );
  for (const {ns, calls} of series[0]!.processes) {
    assert.ok(calls[0]![1] === 1 && calls[0]![0] >= 16, "sixteen calls alone at least");
    assert.equal(
      calls.reduce((sum, [points, each]) => sum + points * each, 0),
      3000
    );
    assert.ok(ns.every((one) => one > 0));
  }
  const json = await runLab(["warmup", lab, "--size", "500", ...short, "--json"], data);
  const [told] = JSON.parse(json.stdout);
  assert.equal(told.series[0].summary.verdicts.length, 2);
  assert.equal(kept(join(data, "local/warmup/warmed.json")).series.length, 1, "the new ones take the place of the old");
});

test("a kernel that throws or hangs costs only its own curve, and the exit code tells", async () => {
  const out = join(TEMPORARY, "faults.json");
  const args = ["--variant", "loop", "throws", "hangs", "nothing", "--size", "500", "--timeout", "2s", "--out", out];
  const {code, stdout, stderr} = await runLab(["warmup", lab, "--processes", "1", "--calls", "500", ...args], data);
  assert.equal(code, 1, stderr);
  assert.match(stdout, /throws at 500 operations: failed once: threw: the kernel broke/);
  assert.match(stdout, /hangs at 500 operations: failed once: gave no answer within 2 s/);
  assert.match(stdout, /nothing at 500 operations: failed once: threw: variant nothing at 500: expected/);
  const counts = kept(out).series.map(({variant, processes, failures}) => [variant, processes.length, failures.length]);
  assert.deepEqual(counts.sort(), [
    ["hangs", 0, 1],
    ["loop", 1, 0],
    ["nothing", 0, 1],
    ["throws", 0, 1]
  ]);
});

test("curves of calls that were timed one by one go to warmup_stats, a line for each process", async () => {
  const out = join(TEMPORARY, "each.json");
  const {code, stderr} = await runLab(
    ["warmup", lab, "--processes", "3", "--calls", "300", "--each", "--out", out],
    data
  );
  assert.equal(code, 0, stderr);
  const [series] = kept(out).series;
  assert.deepEqual(
    series!.processes.map(({calls}) => calls),
    [[[300, 1]], [[300, 1]], [[300, 1]]]
  );
  const exported = await runLab(["export", out, "--to", "warmup-stats"], data);
  assert.equal(exported.code, 0, exported.stderr);
  const lines = exported.stdout.trim().split("\n");
  assert.equal(lines.length, 4);
  assert.match(lines[0]!, /^process_exec_num,bench_name,0,1,.*,299$/);
  const cells = lines[2]!.split(",");
  assert.deepEqual(
    cells.slice(2).map(Number),
    series!.processes[1]!.ns.map((ns) => ns / 1e9)
  );
});

test("a file that was cut off or is something else is refused before anything is measured, and stays as it is", async () => {
  await mkdir(TEMPORARY, {recursive: true});
  const cut = join(TEMPORARY, "cut-curves.json");
  const texts = ['{"warmup":1,"lab":"warmed"', '{"warmup":1,"lab":"warmed"}', '{"format":1}'];
  const messages = [
    /cut-curves\.json: not JSON\n {2}it was cut off or edited/,
    /cut-curves\.json: machine: /,
    /cut-curves\.json: /
  ];
  for (const [index, text] of texts.entries()) {
    writeFileSync(cut, text);
    assert.match(await refusal(lab, ...short, "--out", cut), messages[index]!);
    assert.equal(readFileSync(cut, "utf8"), text);
  }
  const {code, stderr} = await runLab(["export", cut, "--to", "warmup-stats"], data);
  assert.equal(code, 2, stderr);
});

test("a lab without a twin is left out by name, and nothing is kept", async () => {
  const other = join(TEMPORARY, "no-twin");
  const {code, stderr} = await runLab(["warmup", lab, ...short, "--with", "python"], other);
  assert.ok((code === 1 && /there is no twin for python/.test(stderr)) || /was not found/.test(stderr), stderr);
  assert.ok(!existsSync(join(other, "local/warmup")));
});
