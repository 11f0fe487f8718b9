import assert from "node:assert/strict";
import {test} from "node:test";
import {SYNTHETIC_MACHINE as machine} from "#lib/synthetic-run.js";
import {checkWarmup, type Tier} from "#lib/warmup/warmup.js";
import "../temporary-data.js";
import type {Chosen} from "../measure/runtimes/find-runtimes.js";

const {KINDS} = await import("../measure/runtimes/kinds.js");
const {currentHashes} = await import("../measure/runtimes/current-hashes.js");
const {tierOn, withFlags} = await import("./tiers.js");
const {warmLab} = await import("./warm-lab.js");
const {labFile} = await import("../store.js");

const found = new Map(await Promise.all(KINDS.map(async (kind) => [kind.name, await kind.find()] as const)));
const CALLS = 1024;
/** The least that the rule allows of a kernel that is long beside the clock. */
const LENGTHS = [
  [256, 1],
  [128, 2],
  [128, 4]
];

function warm(runtimes: readonly Chosen[], tiers: readonly Tier[] | null, said: string[] = []) {
  return warmLab("baseline", {
    runtimes,
    tiers,
    wanted: {variants: ["squares"], sizes: [1973]},
    processes: 1,
    length: {mostCalls: CALLS, mostNs: 1e11, each: false},
    ...{seed: 3, machine, timeoutMs: 60_000, signal: new AbortController().signal},
    say: (line) => void said.push(line),
    progress: () => {}
  });
}

for (const kind of KINDS) {
  const handle = found.get(kind.name)!.at(-1);
  const skip = handle === undefined ? `no ${kind.name} on this machine: ${kind.install}` : false;

  test(`${kind.name} times the calls of a fresh process by the rule of all, and the lab's hash is that of results`, {
    skip
  }, async () => {
    const warmup = checkWarmup(await warm([{kind, handle: handle!, required: true}], ["default"]), "told");
    const [series] = warmup.series;
    assert.deepEqual(series!.failures, []);
    assert.equal(series!.hash, (await currentHashes(labFile("baseline")))(kind.name));
    const {calls} = series!.processes[0]!;
    assert.equal(
      calls.reduce((sum, [points, each]) => sum + points * each, 0),
      CALLS
    );
    assert.ok(calls[0]![0] >= 16 && calls[0]![1] === 1);
    if (kind.name === "python") assert.deepEqual(calls, LENGTHS);
  });
}

for (const handle of [...found.get("node")!, ...found.get("deno")!]) {
  test(`${handle.name} ${handle.version} has the tiers that its binary shows, and says which it lacks`, async () => {
    const major = Number.parseInt(handle.version, 10);
    for (const tier of ["interpreter", "baseline", "turbofan"] as const)
      assert.ok("flags" in (await tierOn(handle, tier)), tier);
    const maglev = await tierOn(handle, "maglev");
    if (handle.name === "deno" || major >= 22) assert.ok("flags" in maglev);
    else assert.match("missing" in maglev ? maglev.missing : "", /--no-turbofan its hot code runs in Sparkplug/);
    assert.deepEqual(await tierOn(handle, "c1"), {missing: `${handle.name} has no tier c1`});
  });
}

test("a process of a tier is started with its flags, Deno's in one argument, and says so", () => {
  const handle = {
    name: "deno",
    version: "2.0.0",
    engine: "V8",
    flags: ["--a"],
    args: ["run", "--v8-flags=--a"],
    executable: "d"
  };
  assert.deepEqual(withFlags(handle, ["--b"]).args, ["run", "--v8-flags=--a,--b"]);
  assert.deepEqual(withFlags({...handle, name: "node", args: ["--a"]}, ["--b"]).args, ["--a", "--b"]);
  assert.deepEqual(withFlags(handle, ["--b"]).flags, ["--a", "--b"]);
});

test("what a runtime lacks is left out by name, and the rest is measured", async () => {
  const kind = KINDS.find(({name}) => name === "node")!;
  const said: string[] = [];
  const runtimes = [{kind, handle: found.get("node")!.at(-1)!, required: true}];
  const warmup = await warm(runtimes, ["interpreter", "c1"], said);
  assert.deepEqual(
    warmup!.series.map(({tier}) => tier),
    ["interpreter"]
  );
  assert.match(said.join("\n"), /baseline: node \S+, c1, is left out: node has no tier c1/);
});
