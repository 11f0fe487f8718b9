import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, truncate, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {FORMAT, type Machine, NewerFormatError, type Run} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {ReaderError} from "./errors.js";
import {shownPath} from "./shown-path.js";
import {TEMPORARY} from "./temporary-data.js";

const {localFile, localFiles, partialFile, readResult} = await import("./store.js");
const {setAside, writeAtomically} = await import("./files.js");
const {saveRun} = await import("./measure/saved-runs.js");

const machine: Machine = {id: "m", cpu: "c", cores: 2, memoryBytes: 2 ** 30, os: "linux", arch: "x64", virtual: null};
const runOf = (version: string, seed = 1): Run => syntheticRun({times: {a: 1, b: 2}, seed, runtime: {version}});
const fileOf = (name: string) => join(TEMPORARY, name);
const shown = (name: string) => shownPath(fileOf(name));

async function versionsIn(file: string): Promise<string[]> {
  return (await readResult(file)).runs.map(({runtime}) => runtime.version);
}

test("a run that was saved is read as it was", async () => {
  const run = runOf("24.0.0");
  await saveRun(fileOf("a.json"), "a", machine, run);
  assert.deepEqual(await readResult(fileOf("a.json")), {format: FORMAT, lab: "a", machine, runs: [run]});
});

test("a run replaces that of the same runtime, and those of others stay, in order of their versions", async () => {
  const file = fileOf("b.json");
  for (const version of ["24.0.0", "9.1.0", "26.0.0"]) await saveRun(file, "b", machine, runOf(version));
  await saveRun(file, "b", machine, runOf("24.0.0", 77));
  assert.deepEqual(await versionsIn(file), ["9.1.0", "24.0.0", "26.0.0"]);
  assert.deepEqual(
    (await readResult(file)).runs.map(({seed}) => seed),
    [1, 77, 1]
  );
});

test("runs of another machine are not mixed with ours", async () => {
  const file = fileOf("c.json");
  await saveRun(file, "c", {...machine, id: "other"}, runOf("9.1.0"));
  await saveRun(file, "c", machine, runOf("24.0.0"));
  assert.deepEqual(await versionsIn(file), ["24.0.0"]);
});

test("a result has a line for each fork", async () => {
  await saveRun(fileOf("d.json"), "d", machine, runOf("24.0.0"));
  const lines = (await readFile(fileOf("d.json"), "utf8")).split("\n");
  assert.equal(lines.filter((line) => line.startsWith('{"block":')).length, 16);
});

test("a file that was cut off is named, with the way out", async () => {
  const file = fileOf("cut.json");
  await saveRun(file, "cut", machine, runOf("24.0.0"));
  await truncate(file, 1000);
  await assert.rejects(readResult(file), (error) => {
    assert.ok(error instanceof ReaderError);
    assert.ok(error.message.startsWith(`${shown("cut.json")}: not JSON: `), error.message);
    assert.deepEqual(error.hint, ["it was cut off or edited: measure again, or delete the file"]);
    return true;
  });
  await truncate(file, 0);
  await assert.rejects(readResult(file), {name: "ReaderError", message: /cut\.json: not JSON: /});
});

test("a file that is missing or too large is refused before it is read", async () => {
  await assert.rejects(readResult(fileOf("none.json")), {message: `${shown("none.json")}: no such file`});
  const bytes = 64 * 2 ** 20 + 1;
  await writeFile(fileOf("large.json"), "");
  await truncate(fileOf("large.json"), bytes);
  const message = `${shown("large.json")}: expected at most ${64 * 2 ** 20} bytes, got ${bytes}`;
  await assert.rejects(readResult(fileOf("large.json")), {name: "ReaderError", message});
});

test("a folder and a device are refused before they are read", async () => {
  await mkdir(fileOf("folder.json"));
  for (const [file, place] of [
    [fileOf("folder.json"), shown("folder.json")],
    ["/dev/null", "/dev/null"]
  ] as const) {
    const message = `${place}: expected a file, got a folder, a device or a pipe`;
    await assert.rejects(readResult(file), {name: "ReaderError", message});
  }
});

test("a result of a newer format is not overwritten", async () => {
  const file = fileOf("newer.json");
  const text = JSON.stringify({format: FORMAT + 1});
  await writeFile(file, text);
  await assert.rejects(saveRun(file, "newer", machine, runOf("24.0.0")), NewerFormatError);
  assert.equal(await readFile(file, "utf8"), text);
});

test("when writing fails the old file stays, nothing is left beside it, and the error names the file", async () => {
  const file = fileOf("kept/e.json");
  await writeAtomically(file, "old");
  await mkdir(`${file}.${process.pid}.tmp`);
  await assert.rejects(writeAtomically(file, "new"), {
    name: "ReaderError",
    message: new RegExp(`^${shown("kept/e.json")}: cannot be written: EISDIR`),
    hint: ["make room there, or see who may write there"]
  });
  assert.equal(await readFile(file, "utf8"), "old");
});

test("when the rename fails the temporary file is removed", async () => {
  const folder = fileOf("folder.json");
  await mkdir(join(folder, "full"), {recursive: true});
  await assert.rejects(writeAtomically(folder, "text"), {
    name: "ReaderError",
    message: /folder\.json: cannot be written/
  });
  assert.deepEqual(
    (await readdir(TEMPORARY)).filter((name) => name.endsWith(".tmp")),
    []
  );
});

test("a place that cannot be a folder is named", async () => {
  await writeFile(fileOf("file"), "");
  await assert.rejects(writeAtomically(fileOf("file/f.json"), ""), {
    name: "ReaderError",
    message: /file\/f\.json: cannot be written: (ENOTDIR|EEXIST)/
  });
});

test("a file that is set aside is kept under another name, and no longer among the results", async () => {
  const file = localFile("g");
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, "not a result");
  await writeFile(partialFile("g"), "{}");
  assert.deepEqual(await localFiles(), [file]);
  const aside = await setAside(file);
  assert.equal(await readFile(aside, "utf8"), "not a result");
  assert.ok(!existsSync(file));
  assert.deepEqual(await localFiles(), []);
});
