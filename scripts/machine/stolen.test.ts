import assert from "node:assert/strict";
import {test} from "node:test";
import {parseProcessorTime, stolenShare} from "./stolen.js";

const before = parseProcessorTime("cpu  100 0 50 9000 10 0 0 5 0 0\ncpu0 50 0 25 4500 5 0 0 2 0 0\n");

test("stolen time is a share of the time that work wanted, whatever was idle", () => {
  const after = parseProcessorTime("cpu  160 0 70 9900 10 0 0 25 0 0\n");
  assert.equal(stolenShare(before, after), 20 / 100);
});

test("where the system says nothing, or nothing wanted to run, there is no share", () => {
  assert.equal(parseProcessorTime(""), null);
  assert.equal(parseProcessorTime("cpu  1 2 3\n"), null);
  assert.equal(stolenShare(null, before), null);
  assert.equal(stolenShare(before, before), null);
});
