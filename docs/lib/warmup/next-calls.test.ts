import assert from "node:assert/strict";
import {test} from "node:test";
import {pointsOf, singleCalls} from "./curve.js";
import {takeCalls} from "./take-calls.js";

/** Curve of a variant that takes `costNs` a call, on a clock that moves in steps. */
function curveOf(costNs: number, stepNs: number, mostCalls: number, each = false) {
  let time = 0;
  let looks = 0;
  const lab = {
    question: "",
    kind: "compute" as const,
    unit: "operation",
    sizes: [1],
    setup: () => 0,
    baseline: "only",
    claims: [],
    variants: {
      only: () => {
        time += costNs;
        return 1;
      }
    }
  };
  const now = () => Math.floor((time + looks++ * stepNs) / stepNs) * stepNs;
  return takeCalls(lab, {variant: "only", size: 1, seed: 1, mostCalls, mostNs: 1e15, each}, now).curve;
}

test("the first 256 calls are timed alone, then there are 128 points for each doubling", () => {
  assert.deepEqual(curveOf(1e5, 10, 2048).calls, [
    [256, 1],
    [128, 2],
    [128, 4],
    [128, 8]
  ]);
});

test("calls that are short beside the clock are timed alone sixteen times, then together until a point is long enough", () => {
  const curve = curveOf(5, 10, 100_000);
  assert.equal(singleCalls(curve), 16);
  const long = curve.calls.findIndex(([, each]) => each * 5 >= 200);
  assert.ok(long > 0 && long < 8, JSON.stringify(curve.calls.slice(0, 9)));
  assert.ok(curve.calls.slice(0, long).every(([, each], index) => each === 2 ** index));
});

test("every call is timed alone where that is asked for, however short it is", () => {
  assert.deepEqual(curveOf(5, 10, 3000, true).calls, [[3000, 1]]);
});

test("a curve ends at the call that was asked for, and its points follow one another", () => {
  const curve = curveOf(1e5, 10, 1001);
  const points = pointsOf(curve);
  assert.equal(points.length, curve.ns.length);
  for (const [index, point] of points.slice(1).entries()) {
    assert.equal(point.call, points[index]!.call + points[index]!.calls);
  }
  const last = points.at(-1)!;
  assert.equal(last.call + last.calls - 1, 1001);
});
