import assert from "node:assert/strict";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {TEMPORARY} from "../../temporary-data.js";
import {bun} from "./bun.js";
import {deno} from "./deno.js";
import {claiming, fakeProgram} from "./fake-programs.js";
import {identifyProgram} from "./find-runtimes.js";
import {node, nodeRuntime} from "./node.js";

const skip = process.platform === "win32" ? "its programs are shell scripts" : false;

test("the Node.js that runs this is identified as what it says, whoever asks", async () => {
  const own = nodeRuntime();
  assert.deepEqual(await node.identify(process.execPath), own);
  assert.equal(own.version, process.versions.node);
  assert.deepEqual(await identifyProgram(process.execPath), {kind: node, handle: own, required: true});
  assert.equal(await bun.identify(process.execPath), null);
  assert.equal(await deno.identify(process.execPath), null);
});

test("a program that is no runtime, says nonsense or is too old is nothing", {skip}, async () => {
  const scripts = {
    silent: "exit 0",
    chatty: "echo hello",
    list: "echo '[]'",
    nowhere: `echo '{"versions": {"node": "24.0.0"}}'`,
    old: claiming({node: "12.0.0", v8: "7"}, join(TEMPORARY, "old")),
    strange: claiming({node: "24.0.0\\u001b[31m", v8: "13"}, join(TEMPORARY, "strange"))
  };
  for (const [name, script] of Object.entries(scripts)) {
    assert.equal(await node.identify(fakeProgram(name, script)), null, name);
  }
});

test("a program that starts another is that other: a shim, or one that lies about its version", {skip}, async () => {
  const shim = fakeProgram("shim/node", `exec '${process.execPath}' "$@"`);
  assert.equal((await node.identify(shim))!.executable, process.execPath);
  const liar = fakeProgram("liar/node", claiming({node: "99.0.0", v8: "99"}, process.execPath));
  assert.equal((await node.identify(liar))!.version, process.versions.node);
});

test("a program that says it is somewhere else, and is not, is nothing", {skip}, async () => {
  const elsewhere = fakeProgram("elsewhere", claiming({node: "99.0.0", v8: "99"}, "/no/such/node"));
  assert.equal(await node.identify(elsewhere), null);
  const circle = join(TEMPORARY, "b");
  fakeProgram("a", claiming({node: "99.0.0", v8: "99"}, circle));
  fakeProgram("b", claiming({node: "98.0.0", v8: "98"}, join(TEMPORARY, "a")));
  assert.equal(await node.identify(circle), null);
});

test("Bun and Deno, which call themselves Node.js too, are told apart by their own version", {skip}, async () => {
  const [file, other] = [join(TEMPORARY, "bun"), join(TEMPORARY, "deno")];
  fakeProgram("bun", claiming({node: "24.3.0", bun: "1.4.5", webkit: "0123456789abcdef"}, file));
  fakeProgram("deno", claiming({node: "24.3.0", deno: "2.9.6", v8: "15.0.1-rusty"}, other));
  assert.equal(await node.identify(file), null);
  assert.equal(await node.identify(other), null);
  const [{engine, version}, handle] = [(await bun.identify(file))!, (await deno.identify(other))!];
  assert.deepEqual([version, engine], ["1.4.5", "JavaScriptCore 0123456789ab"]);
  assert.deepEqual([handle.version, handle.engine], ["2.9.6", "V8 15.0.1-rusty"]);
  assert.equal(await deno.identify(file), null);
});
