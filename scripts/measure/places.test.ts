import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {before, test} from "node:test";
import {FORMAT, type Machine, NewerFormatError} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {shownPath} from "../shown-path.js";
import {TEMPORARY} from "../temporary-data.js";

const {checkOut, makeWay} = await import("./places.js");
const {saveRun} = await import("./saved-runs.js");

const machine: Machine = {id: "m", cpu: "c", cores: 2, memoryBytes: 2 ** 30, os: "linux", arch: "x64", virtual: null};
const good = join(TEMPORARY, "good.json");
const shown = shownPath;

before(() => saveRun(good, "strings", machine, syntheticRun({times: {a: 1, b: 2}})));

async function fileWith(name: string, text: string): Promise<string> {
  const file = join(TEMPORARY, name);
  await writeFile(file, text);
  return file;
}

test("a new file in a folder, and a result of the same lab, may be written; nothing is left behind", async () => {
  await checkOut(good, "strings");
  await checkOut(join(TEMPORARY, "new.json"), "strings");
  assert.deepEqual(await readdir(TEMPORARY), ["good.json"]);
});

test("a folder that does not exist is refused, and not made", async () => {
  const file = join(TEMPORARY, "missing/r.json");
  await assert.rejects(checkOut(file, "strings"), {
    name: "ReaderError",
    message: `--out: ${shown(file)}: no such folder`,
    hint: ["make it first"]
  });
  assert.ok(!existsSync(join(TEMPORARY, "missing")));
});

test("a folder is no file", async () => {
  await mkdir(join(TEMPORARY, "folder.json"));
  await assert.rejects(checkOut(join(TEMPORARY, "folder.json"), "strings"), {
    message: /folder\.json: expected a file, got a folder$/
  });
});

test("a place where nobody can write is refused", {skip: !existsSync("/proc/self") && "needs /proc"}, async () => {
  await assert.rejects(checkOut("/proc/r.json", "strings"), {
    name: "ReaderError",
    message: /r\.json: cannot be written: (ENOENT|EACCES|EPERM)/
  });
});

test("a file that is no result is not overwritten", async () => {
  const file = await fileWith("package.json", '{"name": "precious"}');
  await assert.rejects(checkOut(file, "strings"), {
    name: "ReaderError",
    message: `--out: ${shown(file)}: format: missing`,
    hint: ["give the name of a new file, or of a result"]
  });
  assert.equal(await readFile(file, "utf8"), '{"name": "precious"}');
});

test("results of another lab are not overwritten", async () => {
  await assert.rejects(checkOut(good, "shapes"), {
    name: "ReaderError",
    message: `--out: ${shown(good)}: expected results of shapes, got those of strings`
  });
});

test("a file of ours that cannot be read is set aside, and that is said", async () => {
  const file = await fileWith("cut.json", '{"format":1,"la');
  const said: string[] = [];
  await makeWay(file, (line) => said.push(line));
  assert.ok(!existsSync(file));
  assert.equal(await readFile(`${file}.unreadable`, "utf8"), '{"format":1,"la');
  assert.equal(said.length, 1);
  assert.ok(said[0]!.startsWith(`${shown(file)}: not JSON: `), said[0]);
  assert.ok(said[0]!.endsWith(`; set aside as ${shown(file)}.unreadable`), said[0]);
});

test("a file of a newer format stays, and the run is refused", async () => {
  const file = await fileWith("newer.json", JSON.stringify({format: FORMAT + 1}));
  const silent = () => assert.fail("nothing was to be said");
  await assert.rejects(makeWay(file, silent), NewerFormatError);
  assert.ok(existsSync(file));
  await makeWay(good, silent);
  await makeWay(join(TEMPORARY, "none.json"), silent);
});
