import assert from "node:assert/strict";
import {symlink} from "node:fs/promises";
import {delimiter, join, relative} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {TEMPORARY} from "../../../temporary-data.js";
import {chooseRuntimes} from "../choose.js";
import {fakeProgram} from "../fake-programs.js";
import {python} from "../python.js";
import {fakePython} from "./fake-python.js";
import {pythonPrograms} from "./programs.js";
import {withEnvironment} from "./with-environment.js";

const skip = process.platform === "win32" ? "needs programs that are shell scripts" : false;

/** A machine on which nothing but these folders is looked in, as far as the environment decides that. */
function machine(name: string, folders: readonly string[], environment = "") {
  const at = (...parts: string[]) => join(TEMPORARY, name, ...parts);
  const variables = {
    PATH: folders.map((folder) => at(folder)).join(delimiter),
    VIRTUAL_ENV: environment && at(environment),
    PYENV_ROOT: at("none"),
    UV_PYTHON_INSTALL_DIR: at("none"),
    ASDF_DATA_DIR: at("none"),
    MISE_DATA_DIR: at("none")
  };
  return {at, on: <Value>(act: () => Promise<Value>) => withEnvironment(act, variables)};
}

test("programs are looked for where the reader prefers them first, and behind shims", {skip}, async () => {
  const {at, on} = machine("machine", ["pyenv/shims", "usr", "missing", "usr"], "env");
  const files = ["usr/python3.11", "usr/python3-config", "pyenv/shims/python3", "env/bin/python3.14"];
  const versions = ["3.8.18", "3.9.2", "3.13.0t"].map((version) => join("pyenv/versions", version, "bin/python3"));
  for (const file of [...files, ...versions]) fakeProgram(join("machine", file), "");
  for (const link of ["usr/python3", "usr/python", "env/bin/python"]) await symlink(at("usr/python3.11"), at(link));
  const found = await on(pythonPrograms);
  assert.deepEqual(
    found.map((program) => relative(at(), program)),
    ["env/bin/python", "env/bin/python3.14", "pyenv/versions/3.13.0t/bin/python3", "pyenv/versions/3.9.2/bin/python3"]
  );
});

test("Python alone is the reader's own python3 with its packages; others are asked for by version", {
  skip
}, async () => {
  const {on} = machine("chosen", ["shims", "usr"]);
  fakePython("chosen/shims/python3", {version: "3.11.7", numpy: "2.4.6"});
  fakePython("chosen/versions/3.11.7/bin/python3", {version: "3.11.7"});
  fakePython("chosen/usr/python3", {version: "3.12.1"});
  fakePython("chosen/usr/python3.14", {version: "3.14.0"});
  fakePython("chosen/usr/python3.14t", {version: "3.14.0", freeThreaded: true});
  const found = await on(() => python.find());
  assert.deepEqual(
    found.map(({version}) => version),
    ["3.14.0t", "3.12.1", "3.14.0", "3.11.7"]
  );
  const engine = async (wanted: string) => {
    const chosen = await on(() => chooseRuntimes([wanted], assert.fail, [python]));
    return chosen.map(({handle}) => handle.engine);
  };
  for (const wanted of ["python", "all", "python@3.11"]) {
    assert.deepEqual(await engine(wanted), ["CPython 3.11.7, NumPy 2.4.6"], wanted);
  }
  assert.deepEqual(await engine("python@3.14"), ["CPython 3.14.0, no NumPy"]);
  assert.deepEqual(await engine("python@3.14.0t"), ["CPython 3.14.0 free-threaded, no NumPy"]);
});

test("the reader's own is that of the active virtual environment, and never one that cannot measure", {
  skip
}, async () => {
  fakePython("own/env/bin/python", {version: "3.9.2"});
  fakePython("own/old/python3", {version: "3.8.18"});
  fakeProgram("own/broken/python3", "exit 1");
  fakePython("own/usr/python3", {version: "3.12.1"});
  fakePython("own/usr/python3.14", {version: "3.14.0"});
  const own = async (...place: [folders: string[], environment?: string]) => {
    const found = await machine("own", ...place).on(() => python.find());
    return found.at(-1)?.version;
  };
  assert.equal(await own(["usr"], "env"), "3.9.2");
  assert.equal(await own(["old", "broken", "usr"]), "3.12.1");
  assert.equal(await own(["old"]), undefined);
});
