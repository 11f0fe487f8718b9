import assert from "node:assert/strict";
import {test} from "node:test";
import {ResultError} from "#lib/result.js";
import {explain, MeasurementError, ReaderError} from "./errors.js";

test("what the reader can put right shows its hint, no stack, and exits 2", () => {
  const error = new ReaderError("lab run: --blocks must be a whole number ≥ 5, got 2", "fewer blocks give no interval");
  assert.deepEqual(explain(error), {
    exitCode: 2,
    text: "lab run: --blocks must be a whole number ≥ 5, got 2\n  fewer blocks give no interval"
  });
  assert.deepEqual(explain(new ResultError("a.json: runs: expected")), {exitCode: 2, text: "a.json: runs: expected"});
});

test("a measurement that failed exits 1 without a stack", () => {
  assert.deepEqual(explain(new MeasurementError("join at 1,000: gave no answer")), {
    exitCode: 1,
    text: "join at 1,000: gave no answer"
  });
});

test("anything else is our bug: it exits 1 and shows its stack", () => {
  const {exitCode, text} = explain(new TypeError("x is not a function"));
  assert.equal(exitCode, 1);
  assert.match(text, /^This is a bug in Hotpath.*\nTypeError: x is not a function\n +at .*errors\.test/);
  assert.match(explain("text").text, /thrown: text/);
  assert.equal(explain(undefined).exitCode, 1);
});

test("a full disk names the file and exits 2", () => {
  const error = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
    path: "data/a.json"
  });
  assert.deepEqual(explain(error), {exitCode: 2, text: "data/a.json: no space is left on the disk"});
});

test("no control character of a message reaches the terminal", () => {
  const {text} = explain(new ReaderError("\u001b[31mred\u009b2J\r\u202eevil", "\u0007"));
  assert.equal(text, "\\x1b[31mred\\x9b2J\\x0d\\u202eevil\n  \\x07");
});
