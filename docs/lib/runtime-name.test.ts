import assert from "node:assert/strict";
import {test} from "node:test";
import {exactRuntimeName, runtimeName} from "./runtime-name.js";

test("a name holds as much of a version as tells releases apart", () => {
  const names = [
    ["node", "v24.21.0", "Node 24"],
    ["bun", "1.3.2", "Bun 1.3"],
    ["deno", "2.5.6", "Deno 2"],
    ["chromium", "142.0.7444.59", "Chromium 142"],
    ["python", "3.14.0", "Python 3.14"],
    ["pypy", "7.3.20", "PyPy 7.3"],
    ["jvm", "21.0.5+11", "JVM 21"],
    ["browser", "unknown", "Browser unknown"]
  ] as const;
  for (const [name, version, expected] of names) assert.equal(runtimeName({name, version}), expected);
});

test("an exact name holds all of it", () => {
  assert.equal(exactRuntimeName({name: "node", version: "v24.21.0"}), "Node 24.21.0");
});
