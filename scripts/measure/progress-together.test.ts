import assert from "node:assert/strict";
import {test} from "node:test";
import type {ProgressState} from "../terminal/progress.js";
import {progressTogether} from "./progress-together.js";

const state: ProgressState = {
  lab: "strings",
  what: "join at 10",
  block: 1,
  blocks: 6,
  done: 3,
  total: 12,
  secondsLeft: 9
};

test("what all have done is shown, and those that have not begun are taken to be like the others", () => {
  const shown: ProgressState[] = [];
  const of = progressTogether(3, (each) => shown.push(each));
  of("node 24")(state);
  of("bun 1")({...state, done: 6, secondsLeft: 3});
  of("deno 2")({...state, done: 0, secondsLeft: 12});
  assert.deepEqual(
    shown.map(({what, done, total, secondsLeft}) => [what, done, total, secondsLeft]),
    [
      ["node 24: join at 10", 3, 36, 27],
      ["bun 1: join at 10", 9, 36, 18],
      ["deno 2: join at 10", 9, 36, 24]
    ]
  );
});

test("a runtime alone is shown as it is", () => {
  const shown: ProgressState[] = [];
  progressTogether(1, (each) => shown.push(each))("node 24")(state);
  assert.deepEqual(shown, [state]);
});
