import assert from "node:assert/strict";
import {test} from "node:test";
import {type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {fromCpuProfile} from "#lib/profile/from-cpu-profile.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {sumOf} from "#lib/profile/profile.js";
import {joinSlices, joinThreads} from "./join-profiles.js";

const frame = (functionName: string) => ({functionName, scriptId: "1", url: "/a.js", lineNumber: 0, columnNumber: 0});

/** `work` for 3 ms, then `rest` below it for 2 ms, after 50 ms in which nothing was sampled. */
const recorded: CpuProfile = {
  nodes: [
    {id: 7, callFrame: frame("(root)"), children: [3]},
    {id: 3, callFrame: frame("work"), hitCount: 1, children: [9], positionTicks: [{line: 5, ticks: 1}]},
    {id: 9, callFrame: frame("rest"), hitCount: 1}
  ],
  startTime: 1000,
  endTime: 56_000,
  samples: [3, 9],
  timeDeltas: [50_000, 3000]
};

const rows = (profile: CpuProfile) => {
  const read = fromCpuProfile(checkCpuProfile(profile, "joined"), "joined");
  return {rows: functionRows(read), sum: sumOf(read)};
};

test("slices of a thread become one recording without the time between them", () => {
  const joined = joinSlices([recorded, recorded]);
  const {rows: found, sum} = rows(joined);
  assert.deepEqual(sum, {weight: 10_000, samples: 4});
  assert.deepEqual(
    found.map(({frame: {name}, self, total, samples}) => [name, self, total, samples]),
    [
      ["work", 6000, 10_000, 2],
      ["rest", 4000, 4000, 2]
    ]
  );
  assert.deepEqual(joined.nodes[1]!.positionTicks, [{line: 5, ticks: 2}]);
  assert.equal(joined.nodes.length, 3);
});

test("threads stay apart below their names, and none gets time of another", () => {
  const joined = joinThreads([
    {title: "process 1: node a.js", profile: recorded},
    {title: "worker 1 of process 1", profile: recorded}
  ]);
  const {rows: found, sum} = rows(joined);
  assert.deepEqual(sum, {weight: 10_000, samples: 4});
  const total = (name: string) => found.filter(({frame}) => frame.name === name).map(({total}) => total);
  assert.deepEqual(total("process 1: node a.js"), [5000]);
  assert.deepEqual(total("worker 1 of process 1"), [5000]);
  assert.deepEqual(total("work"), [10_000]);
});

test("a thread without a sample is there, and adds no time", () => {
  const empty = {...recorded, samples: [], timeDeltas: []};
  const {sum} = rows(
    joinThreads([
      {title: "idle", profile: empty},
      {title: "busy", profile: recorded}
    ])
  );
  assert.deepEqual(sum, {weight: 5000, samples: 2});
});
