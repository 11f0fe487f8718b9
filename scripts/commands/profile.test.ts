import assert from "node:assert/strict";
import {execFile, spawn} from "node:child_process";
import {readFile, writeFile} from "node:fs/promises";
import {basename, dirname} from "node:path";
import process from "node:process";
import {before, test} from "node:test";
import {fileURLToPath} from "node:url";
import {recordProfile} from "../profile/formats/recorded-profile.js";

const bin = fileURLToPath(new URL("../bin.mjs", import.meta.url));
let folder = "";
let profile = "";

before(async () => {
  const file = await recordProfile("cpu");
  folder = dirname(file);
  profile = basename(file);
  await writeFile(`${folder}/hostile.folded`, "a\u001b[2Jb\u202e;c 5\n");
  await writeFile(`${folder}/before.folded`, "main;slow 900\nmain;fast 100\nmain;gone 50\n");
  await writeFile(`${folder}/after.folded`, "main;slow 300\nmain;fast 100\nmain;come 50\n");
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function lab(...args: readonly string[]): Promise<Ended> {
  const {NO_COLOR: _no, FORCE_COLOR: _force, NODE_TEST_CONTEXT: _test, ...env} = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, "profile", ...args],
      {cwd: folder, env: {...env, LANG: "C.UTF-8"}},
      (error, stdout, stderr) =>
        resolve({code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, stdout, stderr})
    );
  });
}

test("alone it prints its help; a command that does not exist is refused with the nearest one", async () => {
  const [alone, wrong] = await Promise.all([lab(), lab("sats")]);
  assert.deepEqual([alone.code, alone.stderr], [0, ""]);
  assert.match(alone.stdout, /^Usage: lab profile <command>/);
  assert.deepEqual(wrong, {
    code: 2,
    stdout: "",
    stderr: "lab: unknown command 'profile sats'\n  did you mean stats?\n"
  });
});

test("stats says of what its per cents are, and what idle time it leaves out", async () => {
  const {code, stdout, stderr} = await lab("stats", profile);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /^program\.cpuprofile\n\d+ samples, .* in \d+ functions; .* idle are left out/);
  assert.match(stdout, /^.* spin +program\.mjs:2$/m);
  const whole = /: of ([^\n]+)\n/.exec(stdout.replace(/\n/g, " ").concat("\n"))?.[1];
  assert.ok(whole !== undefined && stdout.includes(`${whole.trim()} in `), whole);
});

test("stats as JSON stands alone on standard output, and its shares are those of its weights", async () => {
  const {stdout} = await lab("stats", profile, "--json", "--sort", "total");
  const {whole, functions, idle, unit} = JSON.parse(stdout);
  assert.equal(unit, "microseconds");
  assert.ok(idle > 0);
  const spin = functions.find(({name}: {name: string}) => name === "spin");
  assert.equal(spin.selfShare, spin.self / whole);
  assert.deepEqual(
    functions,
    [...functions].sort((a, b) => b.total - a.total || b.self - a.self)
  );
});

test("the callers and callees of a function are shown, and a wrong name says which there are", async () => {
  const {stdout} = await lab("stats", profile, "--function", "spin");
  assert.match(stdout, /called by.* outer +program\.mjs:3$/ms);
  const wrong = await lab("stats", profile, "--function", "spi");
  assert.equal(wrong.code, 2);
  assert.equal(wrong.stderr, "program.cpuprofile: no function spi was sampled\n  there are spin\n");
});

test("several files are summed, and filtered by name or place", async () => {
  const {stdout} = await lab("stats", "before.folded", "after.folded", "--json", "--filter", "SLOW");
  const {whole, functions} = JSON.parse(stdout);
  assert.equal(whole, 1500);
  assert.deepEqual(
    functions.map(({name, self}: {name: string; self: number}) => [name, self]),
    [["slow", 1200]]
  );
});

test("names from a file cannot command the terminal", async () => {
  for (const args of [
    ["stats", "hostile.folded"],
    ["diff", "hostile.folded", "before.folded"]
  ]) {
    const {code, stdout} = await lab(...args);
    assert.equal(code, 0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    assert.doesNotMatch(stdout, /[\u001b\u202e]/);
    assert.match(stdout, /a\\x1b\[2Jb\\u202e/);
  }
});

test("diff tells what grew, shrank, came and went, draws it, and replaces no file unasked", async () => {
  const {code, stdout} = await lab("diff", "before.folded", "after.folded", "-o", "diff.svg");
  assert.equal(code, 0);
  assert.match(stdout, /1 grew, 1 shrank, 1 appeared, 1 vanished/);
  assert.match(stdout, /86 %\s+67 %\s+−19 +shrank +slow/);
  assert.match(await readFile(`${folder}/diff.svg`, "utf8"), /gone: 4\.8 % before, 0 % after \(vanished\)/);
  const again = await lab("diff", "before.folded", "after.folded", "-o", "diff.svg");
  assert.deepEqual([again.code, again.stdout], [2, ""]);
  assert.equal(again.stderr, "diff.svg: exists already\n  --force replaces it\n");
});

test("convert writes what the ending says, and refuses what it does not know before it reads", async () => {
  const made = await lab("convert", profile, "made.folded");
  assert.equal(made.code, 0);
  assert.match(await readFile(`${folder}/made.folded`, "utf8"), /outer \(file:.*;spin \(file:.* \d+$/m);
  const unknown = await lab("convert", profile, "made.xyz");
  assert.deepEqual([unknown.code, unknown.stderr.split("\n")[0]], [2, "made.xyz: its ending names no format"]);
  const bytes = await lab("convert", profile, "made.heapprofile");
  assert.deepEqual(
    [bytes.code, bytes.stderr.includes("a .heapprofile holds bytes, this profile holds time")],
    [2, true]
  );
  assert.match((await lab("convert", profile, "made.folded")).stderr, /exists already\n {2}--force/);
  assert.equal((await lab("convert", profile, "made.folded", "--force")).code, 0);
  const {stdout, stderr} = await lab("convert", "before.folded", "before.pb.gz", "--json");
  const written = {from: "before.folded", to: "before.pb.gz", format: "pprof", unit: "samples"};
  assert.deepEqual([JSON.parse(stdout), stderr], [{...written, weight: 1050, samples: 1050, notes: []}, ""]);
});

test("view prints its address and serves until it is ended; what it cannot show it says at once", async () => {
  const child = spawn(process.execPath, [bin, "profile", "view", profile, "--json"], {cwd: folder});
  const told = await new Promise<string>((resolve) => child.stdout.once("data", (data) => resolve(String(data))));
  const {url, ...about} = JSON.parse(told);
  assert.deepEqual(about, {file: profile, format: "cpuprofile"});
  const answer = await fetch(url);
  assert.equal(answer.status, 200);
  await answer.text();
  const ended = new Promise((resolve) => child.on("exit", (_code, signal) => resolve(signal)));
  child.kill("SIGINT");
  assert.equal(await ended, "SIGINT");
  await writeFile(`${folder}/cut.cpuprofile`, '{"nodes":[');
  const cut = await lab("view", "cut.cpuprofile");
  assert.deepEqual([cut.code, cut.stdout], [2, ""]);
  assert.match(cut.stderr, /^cut\.cpuprofile: not JSON: /);
});
