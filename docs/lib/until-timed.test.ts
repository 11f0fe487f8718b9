import assert from "node:assert/strict";
import {test} from "node:test";
import {untilTimed} from "./until-timed.js";

const COARSE = {failed: "RangeError: values[0]: expected a finite number, got Infinity"};

/** Asks Workers that answer so, one after the other. @returns what came, and how many were asked */
async function asked(answers: readonly object[]): Promise<[answer: object, count: number]> {
  let count = 0;
  return [await untilTimed(async () => answers[count++]!), count];
}

test("an answer is taken, and so is a failure of the lab's own", async () => {
  const [reply, failure] = [{reply: 1}, {failed: "Error: no"}];
  assert.deepEqual(await asked([reply, COARSE]), [reply, 1]);
  assert.deepEqual(await asked([failure, reply]), [failure, 1]);
});

test("another Worker is asked when the clock was too coarse for one, but no fifth", async () => {
  assert.deepEqual(await asked([COARSE, COARSE, {reply: 1}]), [{reply: 1}, 3]);
  assert.deepEqual(await asked([COARSE, COARSE, COARSE, COARSE, {reply: 1}]), [COARSE, 4]);
});
