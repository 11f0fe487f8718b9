import assert from "node:assert/strict";
import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {readdirSync, readFileSync} from "node:fs";
import {test} from "node:test";
import type {ReaderError} from "../errors.js";
import {commandText} from "./check-target.js";
import {evaluate} from "./evaluate.js";
import {releaseTarget} from "./release.js";
import {openTarget} from "./target.js";
import {startTarget} from "./target-process.js";
import {testNodes} from "./test-nodes.js";

const IDLE = 'setInterval(() => {}, 1000); console.log("ready");';
const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};

test("what is not Node is refused, and lives on", onLinux, async () => {
  const child = spawn("sleep", ["60"], {stdio: "ignore"});
  await assert.rejects(openTarget(child.pid!), /is not Node: its program is .*; nothing was sent|is not Node/);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(child.signalCode, null);
  child.kill("SIGKILL");
});

test("a process that does not exist, and this one, are refused", onLinux, async () => {
  await assert.rejects(openTarget(2 ** 22 + 1), /no process 4194305 is running/);
  await assert.rejects(openTarget(process.pid), /is this command itself/);
});

test("a stopped process is refused with the way to let it go on", onLinux, async () => {
  const child = await startTarget(testNodes[0]!, IDLE);
  child.process.kill("SIGSTOP");
  await new Promise((resolve) => setTimeout(resolve, 50));
  await assert.rejects(openTarget(child.pid), (error: ReaderError) => {
    assert.match(error.message, /is stopped/);
    assert.deepEqual(error.hint, [`let it go on: kill -CONT ${child.pid}`]);
    return true;
  });
  await child.kill();
});

test("a thread is refused with the id of its process", onLinux, async () => {
  const child = await startTarget(testNodes[0]!, IDLE);
  const thread = readdirSync(`/proc/${child.pid}/task`).map(Number).at(-1)!;
  assert.notEqual(thread, child.pid);
  await assert.rejects(openTarget(thread), (error: ReaderError) => {
    assert.match(error.message, new RegExp(`is a thread of process ${child.pid}$`));
    assert.match(error.hint.join(" "), new RegExp(`name process ${child.pid}`));
    return true;
  });
  await child.kill();
});

test("a program that was started by its path is told by its name, so that what it runs can be read", () => {
  const about = {pid: 1, ownPid: 1, executable: null, ours: true, cpuSeconds: null, state: "alive"} as const;
  const told = (...command: string[]) =>
    commandText({...about, usr1: "caught", inspectPort: 9229, outOfReach: null, command});
  assert.equal(told("/home/a/.nvm/versions/node/v24.1.0/bin/node", "app.js", "/srv/x"), "node app.js /srv/x");
  assert.equal(told("C:\\Program\\node.exe", "app.js"), "node.exe app.js");
  assert.equal(told("worker /srv: ready"), "worker /srv: ready");
});

const inNamespace = ["unshare", "-rpf", "--kill-child"] as const;
const separates =
  process.platform === "linux" && spawnSync(inNamespace[0], [...inNamespace.slice(1), "true"]).status === 0;

test("a process that has another id in a namespace of its own is known by both", {
  skip: separates ? false : "this system gives this user no namespace of process ids"
}, async () => {
  const [program, ...args] = [...inNamespace, testNodes[0]!.executable, "--inspect-port=0", "-e", IDLE];
  const parent = spawn(program, args, {stdio: ["ignore", "pipe", "ignore"]});
  await once(parent.stdout, "data");
  const pid = Number(readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, "utf8"));
  const target = await openTarget(pid, 20_000);
  assert.equal(await evaluate(target.inspector, "process.pid"), target.info.ownPid);
  assert.notEqual(target.info.ownPid, pid);
  assert.deepEqual(await releaseTarget(target), {inspector: "closed", turned: true});
  process.kill(pid, "SIGKILL");
});
