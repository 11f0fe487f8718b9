import assert from "node:assert/strict";
import {test} from "node:test";
import {exactRuntimeName, runtimeName} from "./runtime-name.js";

test("a name holds as much of a version as tells releases apart, an exact name all of it", () => {
  const names = [
    ["node", "v24.21.0", "Node 24", "Node 24.21.0"],
    ["bun", "1.3.2", "Bun 1.3", "Bun 1.3.2"],
    ["deno", "2.5.6", "Deno 2", "Deno 2.5.6"],
    ["chromium", "142.0.7444.59", "Chromium 142", "Chromium 142.0.7444.59"],
    ["python", "3.14.0", "Python 3.14", "Python 3.14.0"],
    ["python", "3.14.0t", "Python 3.14t", "Python 3.14.0t"],
    ["python", "pypy3.11-7.3.20", "PyPy 3.11", "PyPy 3.11-7.3.20"],
    ["jvm", "21.0.5+11", "JVM 21", "JVM 21.0.5+11"],
    ["browser", "unknown", "Browser unknown", "Browser unknown"]
  ] as const;
  for (const [name, version, short, exact] of names) {
    assert.equal(runtimeName({name, version}), short);
    assert.equal(exactRuntimeName({name, version}), exact);
  }
});
