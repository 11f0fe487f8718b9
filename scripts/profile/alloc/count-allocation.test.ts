import assert from "node:assert/strict";
import {test} from "node:test";
import {fileURLToPath} from "node:url";
import "../../temporary-data.js";
import {ForkError} from "../../measure/ask.js";
import {missingMajors, testNodes} from "../test-nodes.js";
import {exactBytes} from "./alloc-text.js";
import {compileAllocation} from "./compile-allocation.js";
import {countAllocation} from "./count-allocation.js";

const KNOWN = fileURLToPath(new URL("known-objects.ts", import.meta.url));

/** Bytes by V8's layout of objects: see the lab. */
const HEAP = {
  nothing: 0,
  object_of_three: 3 * 8 + 3 * 8,
  array_of_four: 4 * 8 + 2 * 8 + 4 * 8,
  kept_for_long: 48
} as const;

for (const {executable, version} of testNodes) {
  const options = {
    runtime: {name: "node", version, engine: "V8", executable, flags: [], args: ["--expose-gc"]},
    timeoutMs: 60_000,
    signal: new AbortController().signal
  };

  for (const [variant, bytes] of Object.entries(HEAP)) {
    test(`Node ${version}: ${variant} is ${bytes} B to a tenth of a byte, garbage or not`, async () => {
      const {heap, outside} = await countAllocation(await compileAllocation(KNOWN), {variant, size: 1}, options);
      assert.ok(Math.abs(heap.bytes - bytes) <= 0.1, `${heap.bytes} B`);
      assert.ok(Math.abs(outside.bytes) <= 0.1, `${outside.bytes} B outside`);
    });
  }

  test(`Node ${version}: the bytes of an ArrayBuffer are outside of the heap`, async () => {
    const cell = {variant: "ten_kilobytes_outside", size: 1};
    const {heap, outside} = await countAllocation(await compileAllocation(KNOWN), cell, options);
    assert.ok(Math.abs(outside.bytes - 10_000) <= 0.1, `${outside.bytes} B outside`);
    assert.ok(heap.bytes > 0 && heap.bytes < 500, `${heap.bytes} B`);
  });

  test(`Node ${version}: a variant that does not exist is an error, not a figure`, async () => {
    const program = await compileAllocation(KNOWN);
    await assert.rejects(countAllocation(program, {variant: "none", size: 1}, options), ForkError);
  });
}

for (const major of missingMajors) test(`Node ${major}`, {skip: "not installed"}, () => {});

test("tenths of bytes are shown while they say something", () => {
  assert.deepEqual([47.96, -0.04, 0, 12345.67, -3.2, 1_048_640].map(exactBytes), [
    "48.0 B",
    "0.0 B",
    "0.0 B",
    "12,345.7 B",
    "-3.2 B",
    "1.05 MB"
  ]);
});
