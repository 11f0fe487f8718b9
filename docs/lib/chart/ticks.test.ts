import assert from "node:assert/strict";
import {test} from "node:test";
import {logTicks, ratioDomain} from "./ticks.js";

test("every tick lies within the axis, and 1 has a tick wherever 1 is on the axis", () => {
  for (const [low, high] of [
    [0.9, 1.1],
    [0.7, 1.6],
    [0.3, 4],
    [0.02, 90],
    [0.97, 3000]
  ] as const) {
    const ticks = logTicks([low, high]);
    assert.ok(
      ticks.every((tick) => tick >= low && tick <= high),
      `${low} to ${high}: ${ticks}`
    );
    assert.ok(ticks.includes(1), `${low} to ${high}: ${ticks}`);
    assert.ok(ticks.length >= 3 && ticks.length <= 12, `${low} to ${high}: ${ticks}`);
  }
});

test("an axis that does not reach 1 still has ticks", () => {
  for (const [low, high] of [
    [6.2, 9.4],
    [3000, 9000],
    [40, 41e6]
  ] as const) {
    assert.ok(logTicks([low, high]).length >= 2, `${low} to ${high}`);
  }
});

test("the domain of ratios holds all of them, and 1", () => {
  const [low, high] = ratioDomain([3, 5]);
  assert.ok(low < 1 && high > 5);
});
