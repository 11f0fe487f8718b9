import assert from "node:assert/strict";
import {test} from "node:test";
import {frameOf, fromCpuProfile} from "./from-cpu-profile.js";
import {functionRows} from "./function-rows.js";
import {idleWeight, withoutIdle} from "./idle.js";
import {sumOf} from "./profile.js";
import {syntheticCpuProfile} from "./synthetic-profile.js";

function weights(profile: ReturnType<typeof fromCpuProfile>): Record<string, number> {
  return Object.fromEntries(functionRows(profile).map(({frame, self}) => [frame.name, self]));
}

test("a sample weighs the time to the next one, and the last one the time to the end", () => {
  const profile = fromCpuProfile(syntheticCpuProfile(["a", "b"], [0, 1, 0], [7, 10, 300], 50), "p");
  assert.deepEqual(weights(profile), {a: 60, b: 300});
  assert.deepEqual(sumOf(profile), {weight: 360, samples: 3});
});

test("samples that stand out of order are put in order, which loses no time, and a note says so", () => {
  const profile = fromCpuProfile(syntheticCpuProfile(["a", "b", "c"], [0, 1, 2], [10, 100, -40], 100), "p");
  assert.deepEqual(weights(profile), {a: 60, c: 40, b: 60});
  assert.match(profile.notes[0]!, /^1 sample stood out of order and was sorted/);
});

test("an end before the last sample takes no time back", () => {
  const recorded = {...syntheticCpuProfile(["a", "b"], [0, 1], [0, 10]), endTime: 0};
  assert.deepEqual(weights(fromCpuProfile(recorded, "p")), {a: 10, b: 0});
});

test("idle time, the collector and the program keep their names, and idle time can be told apart", () => {
  const names = ["(idle)", "(garbage collector)", "(program)", "work"];
  const profile = fromCpuProfile(syntheticCpuProfile(names, [0, 1, 2, 3], [0, 1000, 20, 3], 5), "p");
  assert.deepEqual(weights(profile), {"(idle)": 1000, "(garbage collector)": 20, work: 5, "(program)": 3});
  assert.equal(idleWeight(profile), 1000);
  assert.deepEqual(sumOf(withoutIdle(profile)), {weight: 28, samples: 3});
});

test("lines and columns count from 1, and 0 says that they are not known", () => {
  const place = {functionName: "f", scriptId: "1", url: "u"};
  assert.deepEqual(frameOf({...place, lineNumber: 0, columnNumber: 4}), {name: "f", file: "u", line: 1, column: 5});
  assert.deepEqual(frameOf({...place, lineNumber: -1, columnNumber: -1}), {name: "f", file: "u", line: 0, column: 0});
});

test("a recording without samples is a profile of nothing", () => {
  assert.deepEqual(sumOf(fromCpuProfile(syntheticCpuProfile(["a"], [], [], 10), "p")), {weight: 0, samples: 0});
});

test("nodes may stand in any order", () => {
  const recorded = syntheticCpuProfile(["a", "b"], [0, 1], [0, 10], 5);
  const turned = {...recorded, nodes: [...recorded.nodes].reverse()};
  assert.deepEqual(weights(fromCpuProfile(turned, "p")), {a: 10, b: 5});
});
