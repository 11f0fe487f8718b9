import assert from "node:assert/strict";
import {test} from "node:test";
import type {FlameOutcome} from "./flame-result.js";
import {flameRows} from "./flame-table.js";

function outcome(viewer: string, round: number, picture: number | null): FlameOutcome {
  const waited = picture === null ? null : {picture, longestTask: picture / 10};
  return {viewer, bytes: 10e6, round, waited, failure: picture === null ? "the page fell over" : ""};
}

test("a viewer is told by the median of its rounds", () => {
  const outcomes = [1000, 9000, 2000].map((picture, round) => outcome("ours", round, picture));
  assert.deepEqual(flameRows({outcomes}), [
    {file: "10.0 MB", viewer: "ours", picture: "2.00 s", longestTask: "200 ms"}
  ]);
});

test("a viewer that failed in one round is told by that, and not by the others", () => {
  const outcomes = [
    outcome("ours", 1, 1000),
    outcome("other", 1, 5000),
    outcome("ours", 2, 1000),
    outcome("other", 2, null)
  ];
  assert.deepEqual(
    flameRows({outcomes}).map(({viewer, picture}) => [viewer, picture]),
    [
      ["ours", "1.00 s"],
      ["other", "none in 1 of 2 rounds: the page fell over"]
    ]
  );
});
