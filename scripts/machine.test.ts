import assert from "node:assert/strict";
import {test} from "node:test";
import * as v from "valibot";
import {Machine} from "#lib/result.js";
import {groupFolders, wholeCores} from "./machine/cores.js";
import {machineId} from "./machine/id.js";
import {NodeChild} from "./machine/node-child.js";
import {parsePmset} from "./machine/power.js";
import {outputOf} from "./machine/probe.js";
import {conditions, describeMachine} from "./machine.js";

const brands = [
  ["Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz", "xeon-platinum-8370c"],
  ["Intel(R) Xeon(R) Processor @ 2.80GHz", "xeon-2-80ghz"],
  ["11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz", "core-i7-1165g7"],
  ["AMD Ryzen 9 5950X 16-Core Processor", "ryzen-9-5950x"],
  ["AMD Ryzen 7 PRO 7840U w/ Radeon 780M Graphics", "ryzen-7-pro-7840u-w-radeon-780m-graphics"],
  ["AMD EPYC 7B13", "epyc-7b13"],
  ["Apple M2 Pro", "apple-m2-pro"],
  ["Neoverse-N1", "neoverse-n1"],
  ["unknown processor", "unknown"]
] as const;

test("a machine is named by system, architecture, processor model and cores", () => {
  for (const [cpu, slug] of brands) {
    assert.equal(machineId({platform: "linux", arch: "x64", cpu, cores: 2}), `linux-x64-${slug}-2core`);
  }
  assert.equal(machineId({platform: "darwin", arch: "arm64", cpu: "Apple M1", cores: 8}), "macos-arm64-apple-m1-8core");
});

test("no brand string makes a name that the result format refuses", () => {
  for (const cpu of ["", "@@@", "../../etc", "処理装置", "x".repeat(500), "\u001b[31mred"]) {
    assert.match(machineId({platform: "linux", arch: "x64", cpu, cores: 64}), /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/);
  }
});

test("this machine's description passes the result format, and is the same when asked again", async () => {
  const machine = v.parse(Machine, await describeMachine());
  assert.deepEqual(await describeMachine(), machine);
});

test("conditions are found out without throwing", async () => {
  const {cores, load} = await conditions();
  assert.ok(cores.allowed >= 1);
  assert.ok(load === null || load >= 0);
});

test("a quota below one core still leaves one", () => {
  assert.equal(wholeCores({allowed: 8, quota: 0.5}), 1);
  assert.equal(wholeCores({allowed: 8, quota: 2.5}), 2);
  assert.equal(wholeCores({allowed: 2, quota: 16}), 2);
  assert.equal(wholeCores({allowed: 4, quota: null}), 4);
});

test("limits are looked for in a group and in all groups above it, in both versions", () => {
  assert.deepEqual(groupFolders("0::/user.slice/app.scope"), [
    "/sys/fs/cgroup",
    "/sys/fs/cgroup/cpu",
    "/sys/fs/cgroup/user.slice",
    "/sys/fs/cgroup/user.slice/app.scope"
  ]);
  assert.deepEqual(groupFolders("4:memory:/m\n3:cpu,cpuacct:/docker/1\n"), [
    "/sys/fs/cgroup",
    "/sys/fs/cgroup/cpu",
    "/sys/fs/cgroup/cpu,cpuacct/docker",
    "/sys/fs/cgroup/cpu,cpuacct/docker/1"
  ]);
});

test("pmset says whether a Mac runs on its battery and saves power", () => {
  const battery = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t87%; discharging; 4:10 remaining";
  const power = parsePmset(battery, "Currently in use:\n lowpowermode         1\n sleep 1");
  assert.deepEqual(power, {source: "battery", saving: true, policy: null, turbo: null});
  assert.equal(parsePmset("Now drawing from 'AC Power'", "").source, "mains");
  assert.equal(parsePmset("", "").source, null);
});

test("a probe that does not exist, fails silently or hangs gives undefined", async () => {
  assert.equal(await outputOf("no-such-command-of-ours", []), undefined);
  assert.equal(await outputOf(process.execPath, ["-e", "process.exit(3)"]), undefined);
  assert.equal(await outputOf(process.execPath, ["-e", "console.log(1); setInterval(() => {}, 1000)"]), undefined);
});

test("a child that does not start, and one that has said all, say undefined", async () => {
  assert.equal(await new NodeChild("no-such-module.mjs").next(), undefined);
  const clock = new NodeChild("clock.mjs");
  assert.ok(((await clock.next()) as {stepNs: number}).stepNs > 0);
  assert.equal(await clock.next(), undefined);
});
