import assert from "node:assert/strict";
import {test} from "node:test";
import {functionRows} from "./function-rows.js";
import {changeFrames, mergeProfiles} from "./merge-profiles.js";
import {neighboursOf} from "./neighbours.js";
import {type Profile, stacksOf, sumOf} from "./profile.js";
import {syntheticProfile} from "./synthetic-profile.js";

function rows(profile: Profile): Record<string, [self: number, total: number]> {
  return Object.fromEntries(functionRows(profile).map(({frame, self, total}) => [frame.name, [self, total]]));
}

function neighbours(profile: Profile, name: string) {
  const index = profile.frames.findIndex((frame) => frame.name === name);
  const {callers, callees} = neighboursOf(profile, index);
  const text = (list: typeof callers) => list.map(({frame, weight}) => `${frame.name} ${weight}`);
  return {callers: text(callers), callees: text(callees)};
}

test("a function that calls itself is counted once in its total, at every depth", () => {
  const profile = syntheticProfile({"main;f;f;f": 5, "main;f;g;f": 3, "main;f": 2, main: 1});
  assert.deepEqual(rows(profile), {f: [10, 10], main: [1, 11], g: [0, 3]});
});

test("two branches that meet in one function add up", () => {
  const profile = syntheticProfile({"main;a;shared": 4, "main;b;shared": 6});
  assert.deepEqual(rows(profile), {shared: [10, 10], main: [0, 10], a: [0, 4], b: [0, 6]});
});

test("callers have the weight of the function while they called it, and callees theirs", () => {
  const profile = syntheticProfile({"main;a;f;x": 4, "main;b;f;x": 6, "main;b;f": 1, "main;b": 9});
  assert.deepEqual(neighbours(profile, "f"), {callers: ["b 7", "a 4"], callees: ["x 10"]});
  assert.deepEqual(neighbours(profile, "main"), {callers: [], callees: ["b 16", "a 4"]});
});

test("recursion adds no caller and no callee of itself, and counts nothing twice", () => {
  const profile = syntheticProfile({"main;f;f;x": 4, "main;f;g;f;g": 3});
  assert.deepEqual(neighbours(profile, "f"), {callers: ["main 7"], callees: ["x 4", "g 3"]});
  assert.deepEqual(neighbours(profile, "g"), {callers: ["f 3"], callees: ["f 3"]});
});

test("the sum of two profiles has the weight of both, stack by stack", () => {
  const a = syntheticProfile({"main;a": 4, main: 1});
  const b = syntheticProfile({"main;a": 6, "main;b": 2});
  const sum = mergeProfiles([a, b]);
  assert.deepEqual(rows(sum), {a: [10, 10], b: [2, 2], main: [1, 13]});
  assert.throws(
    () => mergeProfiles([a, syntheticProfile({x: 1}, "bytes")]),
    /expected samples like synthetic, got bytes/
  );
});

test("frames that become equal become one, and so do their stacks", () => {
  const profile = syntheticProfile({"main (x:1);f (x:2)": 4, "main (x:9);f (x:2)": 6});
  const changed = changeFrames(profile, (frame) => ({...frame, line: 0}));
  assert.deepEqual(
    [...stacksOf(changed)].map(({frames, weight}) => `${frames.map(({name}) => name).join(";")} ${weight}`),
    ["main;f 10"]
  );
  assert.deepEqual(sumOf(changed), sumOf(profile));
});

test("a hundred thousand calls deep is as good as three", () => {
  const stack = Array.from({length: 100_000}, (_, index) => (index % 2 === 0 ? "f" : "g")).join(";");
  assert.deepEqual(rows(syntheticProfile({[stack]: 2})), {g: [2, 2], f: [0, 2]});
});
