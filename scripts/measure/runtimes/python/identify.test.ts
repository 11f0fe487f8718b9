import assert from "node:assert/strict";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {TEMPORARY} from "../../../temporary-data.js";
import {fakeProgram} from "../fake-programs.js";
import {python} from "../python.js";
import {fakePython} from "./fake-python.js";
import {identifyPython} from "./identify.js";

const skip = process.platform === "win32" ? "needs programs that are shell scripts" : false;

test("what is no Python, or does not say what it is, is none", {skip}, async () => {
  const hangs = fakeProgram("hangs", "sleep 60");
  assert.equal(await identifyPython(process.execPath), null);
  assert.equal(await identifyPython(join(TEMPORARY, "missing")), null);
  assert.equal(await identifyPython(fakeProgram("talks", "echo hello")), null);
  assert.equal(await identifyPython(hangs, 200), null);
});

test("a script that starts a Python is known for the Python that it starts", {skip}, async (context) => {
  const real = (await python.find()).at(-1);
  if (real === undefined) return context.skip("no Python 3.9 or newer on this machine");
  assert.deepEqual(await identifyPython(fakeProgram("shim", `exec "${real.executable}" "$@"`)), real);
});

test("PyPy and a free-threaded build are other versions than the CPython of their language", {skip}, async () => {
  const told = async (name: string, change: object) => {
    const handle = await identifyPython(fakePython(name, change));
    return handle && [handle.version, handle.engine];
  };
  assert.deepEqual(await told("standard", {}), ["3.13.0", "CPython 3.13.0, no NumPy"]);
  assert.deepEqual(await told("free", {freeThreaded: true, numpy: "2.1.0"}), [
    "3.13.0t",
    "CPython 3.13.0 free-threaded, NumPy 2.1.0"
  ]);
  assert.deepEqual(await told("pypy", {implementation: "pypy", version: "3.10.14", pypy: "7.3.17"}), [
    "3.10.14-pypy7.3.17",
    "PyPy 7.3.17 (3.10.14), no NumPy"
  ]);
  assert.equal(await told("old", {version: "3.8.18"}), null);
  assert.equal(await told("other", {implementation: "micropython"}), null);
});
