import assert from "node:assert/strict";
import {test} from "node:test";
import {callsFor} from "./calls-for.js";

test("calls are doubled until they take as long as was asked for", () => {
  assert.equal(
    callsFor((calls) => calls * 3, 3072, 1024),
    1024
  );
  assert.equal(
    callsFor((calls) => calls * 3, 3073, 1024),
    2048
  );
});

test("a timing that was held up does not end the doubling", () => {
  let timings = 0;
  const heldUpAtFirst = (calls: number) => calls + (timings++ < 1 ? 1e6 : 0);
  assert.equal(callsFor(heldUpAtFirst, 1000, 10), 1280);
});

test("what takes no time beside a coarse clock is called more often", () => {
  const coarse = (calls: number) => Math.floor((calls * 3) / 100_000) * 100_000;
  assert.equal(callsFor(coarse, 2_000_000, 1024), 1024 * 1024);
});
