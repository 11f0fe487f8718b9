import assert from "node:assert/strict";
import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {TEMPORARY} from "../../temporary-data.js";
import {fakeProgram} from "./fake-programs.js";
import {askProgram, findIn, findPrograms, newestLast} from "./programs.js";
import type {RuntimeHandle} from "./runtime.js";

const skip = process.platform === "win32" ? "its programs are shell scripts" : false;

test("programs are found below every folder that a pattern matches, in the order of names", {skip}, async () => {
  const files = ["v9", "v10", "w1"].map((folder) => fakeProgram(`versions/${folder}/bin/tool`, "exit 0"));
  assert.deepEqual(await findIn(["tool"], [join(TEMPORARY, "versions/v*/bin")]), [files[1], files[0]]);
  assert.deepEqual(await findIn(["tool"], [join(TEMPORARY, "versions/w1/bin"), join(TEMPORARY, "none/*")]), [files[2]]);
});

test("a folder, a file that may not be started and a link to what was found already are left out", {skip}, async () => {
  const file = fakeProgram("one/tool", "exit 0");
  mkdirSync(join(TEMPORARY, "two/tool"), {recursive: true});
  mkdirSync(join(TEMPORARY, "three"));
  writeFileSync(join(TEMPORARY, "three/tool"), "", {mode: 0o644});
  mkdirSync(join(TEMPORARY, "four"));
  symlinkSync(file, join(TEMPORARY, "four/tool"));
  const folders = ["one", "two", "three", "four"].map((folder) => join(TEMPORARY, folder));
  assert.deepEqual(await findIn(["tool"], folders), [file]);
});

test("what PATH names comes before what version managers keep", {skip}, async () => {
  const [onPath, kept] = [fakeProgram("path/tool2", "exit 0"), fakeProgram("kept/tool2", "exit 0")];
  const before = process.env.PATH;
  process.env.PATH = join(TEMPORARY, "path");
  const found = await findPrograms(["tool2"], [join(TEMPORARY, "kept")]).finally(() => {
    process.env.PATH = before;
  });
  assert.deepEqual(found, [onPath, kept]);
});

test("a program that fails, is missing, prints without end or hangs has said nothing", {skip}, async () => {
  assert.deepEqual(await askProgram(fakeProgram("says", "echo yes; echo no >&2"), []), {
    stdout: "yes\n",
    stderr: "no\n"
  });
  const silent = [
    fakeProgram("fails", "echo yes; exit 3"),
    "/no/such/program",
    fakeProgram("floods", "yes"),
    TEMPORARY
  ];
  const hanging = fakeProgram("hangs", "sleep 60");
  for (const file of silent) assert.equal(await askProgram(file, []), null, file);
  assert.equal(await askProgram(hanging, [], 300), null);
});

test("a measured process gets neither the loaders nor the options of the reader's environment", {skip}, async () => {
  process.env.NODE_OPTIONS = "--no-warnings";
  process.env.JAVA_TOOL_OPTIONS = "-Xint";
  const answer = await askProgram(fakeProgram("env", "env"), []).finally(() => {
    delete process.env.NODE_OPTIONS;
    delete process.env.JAVA_TOOL_OPTIONS;
  });
  assert.match(answer!.stdout, /^PATH=/m);
  assert.doesNotMatch(answer!.stdout, /^(NODE_OPTIONS|JAVA_TOOL_OPTIONS)=/m);
});

test("versions ascend as numbers, and of two alike the first that was found stays", () => {
  const handle = (version: string, executable: string): RuntimeHandle => {
    return {name: "node", version, engine: "V8", flags: [], args: [], executable};
  };
  const found = [handle("24.9.0", "a"), null, handle("24.10.0", "b"), handle("9.1.0", "c"), handle("24.9.0", "d")];
  assert.deepEqual(
    newestLast(found).map(({executable}) => executable),
    ["c", "a", "b"]
  );
});
