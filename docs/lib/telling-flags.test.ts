import assert from "node:assert/strict";
import {test} from "node:test";
import {tellingFlags} from "./telling-flags.js";

test("the flag that every measured process has tells nothing; all others do", () => {
  assert.deepEqual(tellingFlags({flags: ["--expose-gc", "--jitless"]}), ["--jitless"]);
  assert.deepEqual(tellingFlags({flags: []}), []);
});
