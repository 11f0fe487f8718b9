import assert from "node:assert/strict";
import {test} from "node:test";
import type {ProfileBench} from "./profile-result.js";
import {overheadOf, profileRows} from "./profile-table.js";

/** Six rounds in which sampling costs exactly 5 %, on a machine that becomes slower from round to round. */
const overhead = Array.from({length: 6}, (_, round) => {
  const none = 1_000_000 * (1 + round / 3);
  return {
    node: "26.0.0",
    cpuUs: {none, "ours-1ms": none * 1.05, "ours-10ms": none * (round % 2 === 0 ? 1.004 : 0.998)}
  };
});
const bench: Pick<ProfileBench, "overhead" | "attach" | "bytes" | "heap" | "lines"> = {
  overhead,
  attach: [{node: "26.0.0", attachMs: 120, pauseMs: 5}],
  bytes: [
    {node: "26.0.0", object: "a", known: 48, counted: 48.04},
    {node: "26.0.0", object: "b", known: 80, counted: 79.97}
  ],
  heap: [{node: "26.0.0", knownBytes: 120e6, foundBytes: 100e6}],
  lines: [{node: "26.0.0", program: "hot-helper", inlining: true, share: 0.9, line: true, function: false}]
};

test("the cost of sampling is that of its own round, so a machine that slows down adds nothing", () => {
  const {ratio, interval} = overheadOf(bench, "26.0.0", "ours-1ms")!;
  assert.ok(Math.abs(ratio - 1.05) < 1e-9);
  assert.ok(interval[1] - interval[0] < 1e-9);
});

test("each goal is met or not by what was measured", () => {
  const met = Object.fromEntries(profileRows(bench).map((row) => [row.measure.split(",")[0], row.met]));
  assert.deepEqual(met, {
    "processor time": true,
    "time to attach": false,
    "pause for a dump": true,
    "bytes of 2 known objects": true,
    "120 MB of garbage": false,
    "hot-helper": true
  });
});

test("an interval that reaches to both sides of a goal decides nothing", () => {
  const costs = [1.02, 1.2, 1.05, 1.18, 1.0, 1.15];
  const wide = costs.map((cost) => ({node: "26.0.0", cpuUs: {none: 1e6, "ours-1ms": cost * 1e6}}));
  const [row] = profileRows({overhead: wide, attach: [], bytes: [], heap: [], lines: []});
  assert.equal(row?.met, null);
  assert.match(row!.value, /too uncertain to say$/);
});

test("a line that is right but charged to the caller is told so", () => {
  const row = profileRows(bench).find(({measure}) => measure.startsWith("hot-helper"));
  assert.equal(row?.value, "line right, charged to its caller: 90 %");
});

test("fewer than five whole rounds give no figure", () => {
  const few = {...bench, overhead: overhead.slice(0, 4), attach: [], bytes: [], heap: [], lines: []};
  assert.deepEqual(profileRows(few), []);
  assert.equal(overheadOf(bench, "26.0.0", "0x"), null);
});
