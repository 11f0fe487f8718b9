import assert from "node:assert/strict";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {checkEvidence} from "#lib/evidence/evidence.js";
import {runLab, writeLab} from "../lab-process.js";
import {TEMPORARY} from "../temporary-data.js";

const data = join(TEMPORARY, "data");
const lab = writeLab("explained.ts");

async function refusal(...args: string[]): Promise<string> {
  const {code, stdout, stderr} = await runLab(["explain", ...args], data);
  assert.deepEqual([code, stdout], [2, ""], stderr);
  assert.doesNotMatch(stderr, /\n {4}at /, "no stack");
  return stderr;
}

test("what does not exist is refused, with the nearest that does", async () => {
  assert.match(await refusal("shpaes"), /^no lab and no file shpaes\n {2}did you mean shapes\?/);
  assert.match(await refusal(lab, "--variant", "reduse"), /^--variant: no variant reduse\n {2}did you mean reduce\?/);
  assert.match(await refusal(lab, "--with", "node@9"), /^--with: node@9 was not found[\s\S]*lab runtimes add node@9/);
  assert.match(await refusal("strings", "shapes", "--out", "one.json"), /^--out takes one lab, got 2\n/);
  assert.match(await refusal(), /missing required argument/);
});

test("a whole lab is kept, a part of it only where the reader says so", async () => {
  const whole = await runLab(["explain", lab], data);
  assert.equal(whole.code, 0, whole.stderr);
  assert.match(whole.stdout, /^Node \S+: \d+ processes? in [\d.]+ s\n\n\w+ at /);
  const file = join(data, "local/evidence/explained.json");
  const kept = checkEvidence(JSON.parse(readFileSync(file, "utf8")), file);
  assert.equal(kept.runs[0]!.runtime.version, process.versions.node);

  const out = join(TEMPORARY, "part");
  const part = await runLab(["explain", lab, "--variant", "reduce", "--json", "--out", out], data);
  assert.equal(part.code, 0, part.stderr);
  const [told] = JSON.parse(part.stdout);
  const variants = new Set(checkEvidence(told, "stdout").runs[0]!.cells.map(({variant}) => variant));
  assert.deepEqual([...variants], ["reduce"]);
  assert.deepEqual(JSON.parse(readFileSync(join(out, "explained.json"), "utf8")), told);
  assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), kept, "the whole is as it was");
});

test("where a lab has no twin, nothing is kept", async () => {
  const other = join(TEMPORARY, "nothing");
  const {code, stderr} = await runLab(["explain", lab, "--with", "python"], other);
  assert.ok(code === 1 || /was not found/.test(stderr), stderr);
  assert.ok(!existsSync(join(other, "local/evidence")));
});
