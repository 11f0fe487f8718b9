import assert from "node:assert/strict";
import {existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {before, beforeEach, test} from "node:test";
import {TEMPORARY} from "../../temporary-data.js";

const {RUNTIMES} = await import("../../store.js");
const {addRuntime, removeRuntimes} = await import("./added-runtimes.js");
const {parseSpec} = await import("./choose.js");
const {bun} = await import("./bun.js");

const skip = process.platform === "win32" ? "what npm installs here is a shell script" : false;
const signal = new AbortController().signal;
const npm = join(TEMPORARY, "npm-cli.js");

/** Stands in for npm: installs a Bun that is a shell script, or fails as npm does. */
const STAND_IN = `
const {mkdirSync, writeFileSync} = require("node:fs");
const wanted = process.argv.at(-1);
const folder = "node_modules/@oven/bun-here/bin";
const fail = (code) => {
  console.log(JSON.stringify({error: {code, summary: code + " happened\\nand more"}}));
  process.exit(1);
};
if (!process.argv.includes("--ignore-scripts")) fail("SCRIPTS");
mkdirSync(folder, {recursive: true});
if (wanted === "bun@9") fail("ETARGET");
if (wanted === "bun@8") fail("ENOTFOUND");
if (wanted === "bun@7") fail("ESTRANGE");
if (wanted === "bun@6") setInterval(() => {}, 1000);
else {
  const file = process.cwd() + "/" + folder + "/bun";
  const versions = {bun: wanted === "bun@latest" ? "1.4.5" : wanted.slice(4), webkit: "abc"};
  const moved = 'here=$(cd "$(dirname "$0")" && pwd)';
  const text = JSON.stringify(JSON.stringify({versions, executable: "HERE/bun"}));
  writeFileSync(file, "#!/bin/sh\\n" + moved + "\\necho " + text.replace("HERE", "$here") + "\\n", {mode: 0o755});
}
`;

before(() => {
  writeFileSync(npm, STAND_IN);
  process.env.npm_execpath = npm;
});
beforeEach(() => rmSync(RUNTIMES, {recursive: true, force: true}));

const kept = () => (existsSync(RUNTIMES) ? readdirSync(RUNTIMES) : []);

test("what npm installs is kept under the version that it says itself, and then found", {skip}, async () => {
  const {handle, folder, already} = await addRuntime(parseSpec("bun"), signal);
  assert.deepEqual([handle.version, already, folder], ["1.4.5", false, join(RUNTIMES, "bun@1.4.5")]);
  assert.ok(existsSync(handle.executable));
  assert.deepEqual(kept(), ["bun@1.4.5"]);
  const found = await bun.find();
  assert.ok(found.some(({executable}) => executable === handle.executable));
  assert.equal((await addRuntime(parseSpec("bun@1.4.5"), signal)).already, true);
  assert.deepEqual(kept(), ["bun@1.4.5"]);
});

test("what npm does not have, or cannot reach, is said, and nothing half is left", {skip}, async () => {
  await assert.rejects(addRuntime(parseSpec("bun@9"), signal), {name: "ReaderError", message: "npm has no bun@9"});
  await assert.rejects(addRuntime(parseSpec("bun@8"), signal), {
    name: "ReaderError",
    message: "npm could not reach its registry: ENOTFOUND happened"
  });
  await assert.rejects(addRuntime(parseSpec("bun@7"), signal), {
    name: "MeasurementError",
    message: "npm could not install bun@7: ESTRANGE happened"
  });
  assert.deepEqual(kept(), []);
});

test("an installation that is interrupted leaves nothing", {skip}, async () => {
  const controller = new AbortController();
  const adding = addRuntime(parseSpec("bun@6"), controller.signal);
  while (kept().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort();
  await assert.rejects(adding, {name: "Interrupted"});
  assert.deepEqual(kept(), []);
});

test("what a killed installation left is deleted by the next, what a living one has is not", {skip}, async () => {
  mkdirSync(join(RUNTIMES, ".999999999-abc"), {recursive: true});
  mkdirSync(join(RUNTIMES, `.${process.pid}-other`));
  await addRuntime(parseSpec("bun@1.0.0"), signal);
  assert.deepEqual(kept().sort(), [`.${process.pid}-other`, "bun@1.0.0"]);
});

test("removing takes what matches, and names what there is if nothing does", {skip}, async () => {
  for (const version of ["1.0.0", "1.2.0", "2.0.0"]) await addRuntime(parseSpec(`bun@${version}`), signal);
  await assert.rejects(removeRuntimes(parseSpec("bun@3")), {
    message: "bun@3 was not added here",
    hint: ["there are: bun@1.0.0, bun@1.2.0, bun@2.0.0"]
  });
  assert.deepEqual(await removeRuntimes(parseSpec("bun@1")), ["bun@1.0.0", "bun@1.2.0"]);
  assert.deepEqual(kept(), ["bun@2.0.0"]);
  await assert.rejects(removeRuntimes(parseSpec("deno")), {message: "deno was not added here"});
});
