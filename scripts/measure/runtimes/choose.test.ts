import assert from "node:assert/strict";
import process from "node:process";
import {test} from "node:test";
import type {ReaderError} from "../../errors.js";
import {chooseRuntimes, parseSpec, runtimeAt, versionMatches} from "./choose.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

function kindOf(name: string, versions: readonly string[], install = `lab runtimes add ${name}`): RuntimeKind {
  const handles = versions.map((version): RuntimeHandle => {
    return {name, version, engine: "", flags: [], args: [], executable: `/${name}-${version}`};
  });
  const unused = () => Promise.reject(new Error("not asked for here"));
  return {name, install, find: async () => handles, identify: unused, hash: unused, compile: unused, child: unused};
}

const kinds = [
  kindOf("node", ["20.1.0", "24.2.0", "24.10.0"]),
  kindOf("bun", []),
  kindOf("jvm", ["17.0.15", "25.0.3"], "apt install openjdk-25-jdk")
];

async function choose(...wanted: string[]) {
  const said: string[] = [];
  const chosen = await chooseRuntimes(wanted, (line) => said.push(line), kinds);
  return {said, chosen: chosen.map(({handle: {name, version}, required}) => [name, version, required])};
}

async function refusal(...wanted: string[]): Promise<[message: string, ...hint: string[]]> {
  const error = (await choose(...wanted).catch((thrown) => thrown)) as ReaderError;
  assert.equal(error.name, "ReaderError");
  return [error.message, ...error.hint];
}

test("a name takes the newest, a version the newest that begins with it, and java is the JVM", async () => {
  const {chosen, said} = await choose("java", "node@24", "node@20.1", "jvm@17");
  assert.deepEqual(chosen, [
    ["jvm", "25.0.3", true],
    ["node", "24.10.0", true],
    ["node", "20.1.0", true],
    ["jvm", "17.0.15", true]
  ]);
  assert.deepEqual(said, []);
});

test("what is named twice is measured once", async () => {
  assert.deepEqual((await choose("node@24", "jvm", "node@24.10.0", "jvm@25")).chosen, [
    ["node", "24.10.0", true],
    ["jvm", "25.0.3", true]
  ]);
});

test("all is the newest of each kind and of each Node.js, and what is not there is named with the way to get it", async () => {
  const {chosen, said} = await choose("all");
  assert.deepEqual(chosen, [
    ["node", "20.1.0", false],
    ["node", "24.10.0", false],
    ["jvm", "25.0.3", false]
  ]);
  assert.deepEqual(said, ["bun: not found, so it is left out; to get it: lab runtimes add bun"]);
});

test("what is asked for by name and is not there is an error that says how to get it", async () => {
  assert.deepEqual(await refusal("bun"), [
    "--with: bun was not found on this machine",
    "to get it: lab runtimes add bun"
  ]);
  assert.deepEqual(await refusal("node@22"), [
    "--with: node@22 was not found on this machine",
    "there are: node@20.1.0, node@24.2.0, node@24.10.0",
    "to get it: lab runtimes add node@22"
  ]);
  assert.equal((await refusal("java@21")).at(-1), "to get it: apt install openjdk-25-jdk");
  assert.equal((await refusal("node@2"))[0], "--with: node@2 was not found on this machine");
});

test("an unknown name is refused with the nearest, a version that is none with an example", async () => {
  assert.deepEqual(await refusal("nod"), ["no runtime nod", "did you mean node?", "there are: node, bun, jvm"]);
  assert.equal((await refusal("node@lts"))[1], "a version is a number, as in node@26");
  assert.equal((await refusal(""))[0], "no runtime ");
});

test("a version matches in whole parts only", () => {
  assert.ok(versionMatches("3.13.0t", "3.13.0t"));
  assert.ok(!versionMatches("3.13.0t", "3.13.0"));
  assert.ok(versionMatches("25.0.3+9", "25.0.3"));
  assert.ok(!versionMatches("26.10.0", "26.1"));
  assert.equal(parseSpec("node@v26").version, "26");
});

test("a path is the runtime that answers there, whatever its kind; anything else is refused", async () => {
  assert.equal((await runtimeAt(process.execPath)).handle.version, process.versions.node);
  await assert.rejects(runtimeAt("/no/such/node"), {message: "--runtime: no such program: /no/such/node"});
  await assert.rejects(runtimeAt("/"), {message: "--runtime: expected a runtime that can measure, got /"});
});
