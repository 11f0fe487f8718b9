import assert from "node:assert/strict";
import {test} from "node:test";
import {median} from "./median.js";
import {shortestHalf} from "./shortest-half.js";

test("the half that lies closest together is taken, the first of two that are as short", () => {
  assert.deepEqual(shortestHalf([9, 1, 5, 2, 3]), [1, 2, 3]);
  assert.deepEqual(shortestHalf([1, 2, 11, 12]), [1, 2]);
  assert.deepEqual(shortestHalf([4]), [4]);
});

test("more than half of the values may be wrong, if each is so in its own way", () => {
  const right = [80.009, 80.011, 80.01, 80.009];
  const wrong = [80.242, 80.295, 80.167, 80.9, 84];
  assert.ok(median([...right, ...wrong]) > 80.1, "the middle of all is wrong");
  assert.equal(median(shortestHalf([...right, ...wrong])), 80.01);
});

test("there is no half of nothing", () => {
  assert.throws(() => shortestHalf([]), RangeError);
});
