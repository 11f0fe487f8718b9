import assert from "node:assert/strict";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import process from "node:process";
import {describe, test} from "node:test";
import {type LabProcess, startLab, writeLab} from "../../../lab-process.js";
import {TEMPORARY} from "../../../temporary-data.js";
import {chromium} from "../chromium.js";

process.env.TMPDIR = TEMPORARY;

const noChromium = (await chromium.find()).length === 0 && `no Chromium on this machine: ${chromium.install}`;

/** Processes that name a folder in their command line. */
function processesIn(folder: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
    } catch {
      return false;
    }
  });
}

const skip = noChromium || (existsSync("/proc/self/cmdline") ? false : "finds processes by /proc, which is not there");

describe("a session with Chromium", {skip}, () => {
  const folders = ({process: {pid}}: LabProcess) =>
    readdirSync(TEMPORARY).filter((name) => name.startsWith(`hotpath-chromium-${pid}-`));

  async function measuring(): Promise<LabProcess> {
    const run = startLab(["run", writeLab("sums.ts"), "--with", "chromium", "--precise"]);
    await run.saidOnError(/sums: block 2 of/);
    assert.equal(folders(run).length, 1);
    assert.ok(processesIn(`hotpath-chromium-${run.process.pid}-`).length > 0);
    return run;
  }

  test("ends with Ctrl-C, and nothing of it is left", async () => {
    const run = await measuring();
    run.process.kill("SIGINT");
    const {code, stderr} = await run.ended;
    assert.equal(code, 1);
    assert.match(stderr, /interrupted: \d+ blocks? kept in .*; the same command continues\n$/);
    assert.deepEqual([folders(run), processesIn(`hotpath-chromium-${run.process.pid}-`)], [[], []]);
  });

  test("ends even if the command is killed", async () => {
    const run = await measuring();
    run.process.kill("SIGKILL");
    await run.ended;
    while (processesIn(`hotpath-chromium-${run.process.pid}-`).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(folders(run).length, 1, "the next session deletes it");
  });
});
