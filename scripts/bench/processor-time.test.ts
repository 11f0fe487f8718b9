import assert from "node:assert/strict";
import {tmpdir} from "node:os";
import process from "node:process";
import {test} from "node:test";
import {childrenSeconds, runCounted} from "./processor-time.js";

test("the shell's times are read in the forms of dash, bash and zsh", () => {
  assert.equal(childrenSeconds("0m0.00s 0m0.00s\n1m2.50s 0m0.50s\n"), 63);
  assert.equal(childrenSeconds("0m0.001s 0m0.002s\n0m1.250s 0m0.250s\n"), 1.5);
  assert.equal(childrenSeconds("0m0,00s 0m0,00s\n0m1,50s 0m0,00s\n"), 1.5);
});

test("a command that fails is an error that names it", {skip: process.platform === "win32"}, async () => {
  await assert.rejects(runCounted(["false"], tmpdir(), process.env), /false ended with 1/);
});

test("what a child of the command computes is counted", {skip: process.platform === "win32"}, async () => {
  const spin = "const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);";
  const parent = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(spin)}])`;
  const {processorSeconds} = await runCounted([process.execPath, "-e", parent], tmpdir(), process.env);
  assert.ok(processorSeconds >= 0.3, String(processorSeconds));
});
