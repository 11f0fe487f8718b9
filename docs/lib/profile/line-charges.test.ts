import assert from "node:assert/strict";
import {test} from "node:test";
import type {CpuProfile} from "./cpu-profile.js";
import {lineCharges, placeKey} from "./line-charges.js";

const frame = (functionName: string, url: string, lineNumber: number) => ({
  functionName,
  scriptId: "1",
  url,
  lineNumber,
  columnNumber: 0
});
const caller = frame("caller", "file:///a.js", 4);
const callback = frame("callback", "file:///a.js", 8);
const profile: CpuProfile = {
  nodes: [
    {id: 1, callFrame: frame("(root)", "", -1), children: [2]},
    {
      id: 2,
      callFrame: caller,
      hitCount: 4,
      children: [3],
      positionTicks: [
        {line: 6, ticks: 1},
        {line: 7, ticks: 1},
        {line: 6, ticks: 1}
      ]
    },
    {id: 3, callFrame: frame("map", "", -1), children: [4]},
    {id: 4, callFrame: callback, hitCount: 1, positionTicks: [{line: 9, ticks: 1}]}
  ],
  startTime: 0,
  endTime: 1000,
  samples: [2, 2, 2, 2, 4],
  timeDeltas: [0, 100, 100, 100, 100]
};

test("the time of a stack is shared by the samples of its lines; one that V8 lists twice is summed", () => {
  const {charges} = lineCharges([profile]);
  assert.deepEqual(
    charges.map(({line, samples, us}) => [line, samples, us]),
    [
      [6, 2, 200],
      [7, 1, 100],
      [0, 1, 100],
      [9, 1, 600]
    ]
  );
});

test("the callback of a native function counts as called by who called that", () => {
  const {callees} = lineCharges([profile]);
  assert.deepEqual([...callees], [[placeKey(caller), new Set([placeKey(callback)])]]);
});
