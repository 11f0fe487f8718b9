import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {after, describe, test} from "node:test";
import {seededRandom, shuffle} from "#lib/random.js";
import {checkResult, type Run} from "#lib/result.js";
import {type LabProcess, runLab, startLab, writeLab} from "../lab-process.js";
import {TEMPORARY} from "../temporary-data.js";

const lab = writeLab("sums.ts");

async function runIn(file: string): Promise<Run> {
  return checkResult(JSON.parse(await readFile(file, "utf8")), file).runs[0]!;
}

test("a finished run exits 0, prints JSON alone, and keeps blocks in the order that the seed gives", async () => {
  const out = join(TEMPORARY, "out.json");
  const {code, stdout, stderr} = await runLab(["run", lab, "--quick", "--seed", "5", "--json", "--out", out]);
  assert.equal(code, 0, stderr);
  const {comparisons, claims, selfCheck} = JSON.parse(stdout);
  assert.deepEqual(
    comparisons.map(({variant, baseline, size}: {variant: string; baseline: string; size: number}) => [
      variant,
      baseline,
      size
    ]),
    [["reduce", "loop", 500]]
  );
  assert.equal(claims[0].verdict, "holds");
  assert.equal(selfCheck.length, 1);
  const {seed, forks} = await runIn(out);
  assert.equal(seed, 5);
  for (let block = 0; block < 6; block++) {
    const measured = forks.filter((fork) => fork.block === block).map(({variant}) => variant);
    assert.deepEqual(measured, shuffle(["loop", "reduce"], seededRandom(5 + block)));
  }
});

test("what throws, hangs, prints, disagrees or answers nothing is named; the rest is measured; the exit code is 1", async () => {
  const faulty = writeLab("faulty.ts", {
    throws: 'throw new RangeError("boom");',
    hangs: "for (;;);",
    prints: 'globalThis.told ??= console.log("hello") ?? true; return 1;',
    wrong: "return -values.length;",
    nothing: "values.length;"
  });
  const {code, stdout, stderr} = await runLab(
    ["run", faulty, "--size", "50", "--timeout", "4s", "--quick"],
    join(TEMPORARY, "faulty")
  );
  assert.equal(code, 1, stderr);
  const {failures, forks} = await runIn(join(TEMPORARY, "faulty/local/faulty.json"));
  const reasons = new Map(failures.map(({variant, reason}) => [variant, reason]));
  assert.equal(reasons.get("throws"), "threw: boom");
  assert.equal(reasons.get("hangs"), "gave no answer within 4 s and was stopped");
  assert.match(reasons.get("prints")!, /^printed "hello" on standard output/);
  assert.match(reasons.get("wrong")!, /^gave -50 where loop gave \d+: they do not do the same work$/);
  assert.match(reasons.get("nothing")!, /got nothing \(undefined\)/);
  assert.deepEqual([...new Set(forks.map(({variant}) => variant))].sort(), ["loop", "reduce"]);
  for (const variant of reasons.keys()) assert.match(stdout + stderr, new RegExp(`${variant} at 50 failed`));
});

test("a budget too small for anything is a failed measurement, and does not replace an earlier result", async () => {
  const data = join(TEMPORARY, "budget");
  const whole = await runLab(["run", lab, "--size", "50", "--budget", "1500ms"], data);
  assert.equal(whole.code, 0, whole.stderr);
  const before = await runIn(join(data, "local/sums.json"));
  assert.ok(before.forks.length > 0);
  const none = await runLab(["run", lab, "--size", "50", "--budget", "0.001ms"], data);
  assert.equal(none.code, 1, none.stderr);
  assert.match(none.stderr, /nothing was measured: the budget is too small for one process\n$/);
  assert.deepEqual(await runIn(join(data, "local/sums.json")), before);
});

test("Ctrl-C keeps what was measured, a second run is refused meanwhile, and the same command continues", async () => {
  const data = join(TEMPORARY, "interrupted");
  const command = ["run", lab, "--quick"];
  const first = startLab(command, data);
  await first.saidOnError(/sums: block 3 of/);
  const second = await runLab(command, data);
  assert.equal(second.code, 2);
  assert.match(
    second.stderr,
    /^another run is measuring \(process \d+\); two at once would measure each other\n {2}wait/
  );
  first.process.kill("SIGINT");
  const {code, stderr} = await first.ended;
  assert.equal(code, 1);
  assert.match(stderr, /interrupted: [2-9] blocks kept in .*sums\.json; the same command continues\n$/);
  const before = await runIn(join(data, "local/sums.partial.json"));
  assert.equal(before.ending, "interrupted");
  assert.ok(!existsSync(join(data, "local/.lock")));

  const again = await runLab(command, data);
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stderr, /sums: continues the run that was interrupted, after \d+ blocks\n/);
  const {forks, seed, ending} = await runIn(join(data, "local/sums.json"));
  assert.deepEqual(forks.slice(0, before.forks.length), before.forks);
  assert.equal(seed, before.seed);
  assert.notEqual(ending, "interrupted");
  assert.ok(!existsSync(join(data, "local/sums.partial.json")));
});

/** Kills the next process that begins to measure, found by the system's own list. */
async function killNextChildOf({process: parent}: LabProcess): Promise<void> {
  const measuring = () =>
    readFileSync(childrenFile(parent.pid!), "utf8")
      .split(" ")
      .filter((pid) => commandOf(pid).includes("/compiled/child-"));
  const before = measuring();
  for (;;) {
    const next = measuring().find((pid) => !before.includes(pid));
    if (next !== undefined) return void process.kill(Number(next), "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function childrenFile(pid: number): string {
  return `/proc/${pid}/task/${pid}/children`;
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

const noProc = existsSync(childrenFile(process.pid))
  ? false
  : "finds the child by /proc, which this system does not have";

test("a child that is killed is named, other blocks stay, and an unreadable earlier result is set aside", {
  skip: noProc
}, async () => {
  const data = join(TEMPORARY, "killed");
  await mkdir(join(data, "local"), {recursive: true});
  await writeFile(join(data, "local/sums.json"), '{"format":1,"lab":"su');
  const run = startLab(["run", lab, "--quick"], data);
  await run.saidOnError(/sums: block 3 of/);
  await killNextChildOf(run);
  const {code, stderr} = await run.ended;
  assert.equal(code, 1);
  assert.match(stderr, /sums\.json: not JSON: .*; set aside as .*sums\.json\.unreadable\n/);
  assert.equal(await readFile(join(data, "local/sums.json.unreadable"), "utf8"), '{"format":1,"lab":"su');
  const {failures, forks} = await runIn(join(data, "local/sums.json"));
  assert.deepEqual(
    failures.map(({reason}) => reason),
    ["was killed by SIGKILL"]
  );
  assert.ok(forks.some(({block, variant}) => block === 0 && variant === failures[0]!.variant));
});

describe("a full disk", () => {
  const folder = join(TEMPORARY, "tiny");
  const skip = mountTiny(folder);
  after(() => skip === false && execFileSync("umount", [folder]));

  test("is named, what was saved before is kept, and the same command continues", {skip}, async () => {
    const run = startLab(["run", lab, "--quick"], folder);
    await run.saidOnError(/sums: block 3 of/);
    fill(join(folder, "filler"));
    const {code, stderr} = await run.ended;
    assert.equal(code, 2, stderr);
    assert.match(
      stderr,
      /sums\.partial\.json: cannot be written: ENOSPC.*\n {2}make room there.*\n {2}what was saved before is in /
    );
    const {forks} = await runIn(join(folder, "local/sums.partial.json"));
    assert.ok(forks.length >= 4);
    rmSync(join(folder, "filler"));
    const again = await runLab(["run", lab, "--quick"], folder);
    assert.equal(again.code, 0, again.stderr);
    assert.match(again.stderr, /continues the run that was interrupted/);
  });
});

/** @returns why it could not be done, or false */
function mountTiny(folder: string): string | false {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "mounts a small disk, which takes root on Linux";
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], {stdio: "pipe"});
    return false;
  } catch (error) {
    return `could not mount a small disk: ${(error as Error).message}`;
  }
}

function fill(file: string): void {
  for (const bytes of [65536, 4096, 1]) {
    try {
      for (;;) writeFileSync(file, "x".repeat(bytes), {flag: "a"});
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, "ENOSPC");
    }
  }
}
