import assert from "node:assert/strict";
import {test} from "node:test";
import {tellingFlags} from "./telling-flags.js";

test("the flags that every process measured on a version has tell nothing; all others do", () => {
  assert.deepEqual(tellingFlags({flags: ["--expose-gc", "--no-lazy-feedback-allocation", "--jitless"]}), ["--jitless"]);
  assert.deepEqual(tellingFlags({flags: ["-E", "-B", "-O"]}), ["-O"]);
  assert.deepEqual(tellingFlags({flags: []}), []);
});
