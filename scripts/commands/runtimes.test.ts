import assert from "node:assert/strict";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {runLab} from "../lab-process.js";
import {KINDS} from "../measure/runtimes/kinds.js";
import {runtimesText} from "../report/runtimes.js";
import {TEMPORARY} from "../temporary-data.js";

const data = join(TEMPORARY, "data");

test("the JSON holds the Node.js that runs this, and a way to get each kind that is missing", async () => {
  const {code, stdout, stderr} = await runLab(["runtimes", "--json"], data);
  assert.equal(code, 0, stderr);
  const {runtimes, missing} = JSON.parse(stdout);
  const own = runtimes.find(({executable}: {executable: string}) => executable === process.execPath);
  assert.deepEqual([own.name, own.version], ["node", process.versions.node]);
  const names = new Set(runtimes.map(({name}: {name: string}) => name));
  for (const {name, install} of missing) assert.ok(!names.has(name) && install.length > 0, name);
  assert.ok([...names, ...missing.map(({name}: {name: string}) => name)].includes("bun"));
});

test("what cannot be added or removed is refused with the way out", async () => {
  mkdirSync(join(data, "local/runtimes/bun@1.2.3"), {recursive: true});
  const refused = async (...args: string[]) => {
    const {code, stderr, stdout} = await runLab(["runtimes", ...args], data);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    return stderr;
  };
  assert.match(await refused("add", "nod"), /^no runtime nod\n {2}did you mean node\?\n {2}there are: node, bun, deno/);
  assert.match(
    await refused("add", "bun@latest"),
    /^no runtime bun@latest\n {2}a version is a number, as in node@26\n/
  );
  assert.match(await refused("add", "python"), /^python does not come from npm\n {2}to get it: \S/);
  assert.equal(await refused("remove", "bun@2"), "bun@2 was not added here\n  there are: bun@1.2.3\n");
  assert.match(await refused("add"), /missing required argument/);
});

test("what a program says of itself reaches the terminal without control characters", () => {
  const evil = "\u001b[31m1.0\r\n";
  const handle = {name: "bun", version: evil, engine: evil, flags: [], args: [], executable: `/tmp/${evil}`};
  const unused = () => Promise.reject(new Error("not asked for here"));
  const kind = {name: "bun", install: "", find: unused, identify: unused, hash: unused, compile: unused, child: unused};
  const lines = runtimesText([{kind, handles: [handle]}], {columns: 100, paint: (_, text) => text});
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  for (const line of lines) assert.doesNotMatch(line, /[\u0000-\u001f]/);
});

test("a Python without NumPy is told with the way to get it, and one that has it is not", () => {
  const kind = KINDS.find(({name}) => name === "python")!;
  const linesOf = (engine: string) => {
    const handle = {name: "python", version: "3.13.0", engine, flags: [], args: [], executable: "/opt/python3"};
    return runtimesText([{kind, handles: [handle]}], {columns: 100, paint: (_, text) => text});
  };
  const wayOut = "python has no NumPy; to get it: /opt/python3 -m pip install numpy";
  assert.ok(linesOf("CPython 3.13.0, no NumPy").includes(wayOut));
  assert.ok(!linesOf("CPython 3.13.0, NumPy 2.4.6").some((line) => line.includes("pip")));
});
