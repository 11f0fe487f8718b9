import "../temporary-data.js";
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {setTimeout} from "node:timers/promises";
import {lives} from "../lives.js";
import {shownPath} from "../shown-path.js";
import {COMPILED, lockFile} from "../store.js";
import {alone} from "./lock.js";

async function lockedBy(content: string): Promise<void> {
  await mkdir(dirname(lockFile()), {recursive: true});
  await writeFile(lockFile(), content);
}

const lockHolder = () => alone(() => readFile(lockFile(), "utf8"));

test("while a run measures the lock names its process, and then it is gone", async () => {
  assert.equal(await lockHolder(), String(process.pid));
  assert.ok(!existsSync(lockFile()));
});

test("the lock is gone also when the work fails", async () => {
  await assert.rejects(
    alone(() => Promise.reject(new Error("boom"))),
    {message: "boom"}
  );
  assert.ok(!existsSync(lockFile()));
});

test("a second run is refused while the first measures, and told how to get on", async () => {
  await alone(async () => {
    await assert.rejects(
      alone(async () => assert.fail("measured at the same time")),
      {
        name: "ReaderError",
        message: `another run is measuring (process ${process.pid}); two at once would measure each other`,
        hint: [
          "wait until it ends, or stop it with Ctrl-C where it runs",
          `if that process is something else, delete ${shownPath(lockFile())}`
        ]
      }
    );
    assert.ok(existsSync(lockFile()), "the first run keeps its lock");
  });
});

test("a lock whose process has died is taken over", async () => {
  const {pid} = spawnSync(process.execPath, ["--version"]);
  await lockedBy(String(pid));
  assert.equal(await lockHolder(), String(process.pid));
});

test("a lock that names no process is taken over", async () => {
  for (const junk of ["", "junk", "-1", "0", "1e99", "1.5"]) {
    await lockedBy(junk);
    assert.equal(await lockHolder(), String(process.pid));
  }
});

const skip = spawnSync("ps", ["-A"]).status !== 0 && "needs ps";

test("what a killed run has left running ends when its lock is taken over", {skip}, async () => {
  const {pid: dead} = spawnSync(process.execPath, ["--version"]);
  await mkdir(dirname(lockFile()), {recursive: true});
  await writeFile(lockFile(), String(dead));
  const hang = "for (;;);";
  const leave = `
    const {spawn} = require("node:child_process");
    const hanging = spawn(process.execPath, ["-e", ${JSON.stringify(hang)}, process.argv[1]], {detached: true, stdio: "ignore"});
    process.stdout.write(String(hanging.pid));
    hanging.unref();`;
  const {stdout} = spawnSync(process.execPath, ["-e", leave, join(COMPILED, "child.mjs")], {encoding: "utf8"});
  const left = Number(stdout);
  try {
    assert.ok(lives(left));
    await alone(async () => {});
    for (let tries = 0; lives(left) && tries < 100; tries++) await setTimeout(20);
    assert.equal(lives(left), false);
  } finally {
    if (lives(left)) process.kill(left, "SIGKILL");
  }
});
