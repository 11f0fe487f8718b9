import assert from "node:assert/strict";
import {test} from "node:test";
import {seededRandom} from "../random.js";
import {changePicture} from "./change-picture.js";
import {type ChangeRow, compareProfiles} from "./compare-profiles.js";
import {flameSvg} from "./flame-svg.js";
import {fromCpuProfile} from "./from-cpu-profile.js";
import {mergeProfiles} from "./merge-profiles.js";
import {syntheticCpuProfile, syntheticProfile} from "./synthetic-profile.js";

function byName(rows: readonly ChangeRow[]): Record<string, ChangeRow> {
  return Object.fromEntries(rows.map((row) => [row.frame.name, row]));
}

test("functions grow, shrink, appear and vanish as shares of their own profile", () => {
  const before = syntheticProfile({"main;a": 50, "main;b": 30, "main;old": 20});
  const after = syntheticProfile({"main;a": 500, "main;b": 200, "main;new": 300});
  const rows = byName(compareProfiles(before, after).rows);
  assert.deepEqual(
    Object.values(rows).map(({frame, change, difference}) => [frame.name, change, Number(difference.toFixed(6))]),
    [
      ["new", "appeared", 0.3],
      ["old", "vanished", -0.2],
      ["b", "shrank", -0.1],
      ["a", "same", 0],
      ["main", "same", 0]
    ]
  );
});

test("a profile compared with itself, or with twice itself, shows no change", () => {
  const profile = syntheticProfile({"main;a;b": 5, "main;c": 7, main: 1});
  for (const other of [profile, mergeProfiles([profile, profile])]) {
    const {rows} = compareProfiles(profile, other);
    assert.ok(rows.every(({change, clear}) => change === "same" && clear === false));
  }
});

test("a difference of few samples is not clear, the same difference of many is", () => {
  const few = compareProfiles(syntheticProfile({a: 10, b: 10}), syntheticProfile({a: 12, b: 8}));
  const many = compareProfiles(syntheticProfile({a: 10_000, b: 10_000}), syntheticProfile({a: 12_000, b: 8000}));
  assert.equal(byName(few.rows).a!.clear, false);
  assert.equal(byName(many.rows).a!.clear, true);
});

test("two long samples prove less than many short ones of the same weight", () => {
  const busy = (found: readonly number[], deltas: readonly number[]) =>
    fromCpuProfile(syntheticCpuProfile(["work", "f"], found, [0, ...deltas.slice(0, -1)], deltas.at(-1)!), "p");
  const none = busy(new Array(1000).fill(0), new Array(1000).fill(10));
  const long = busy([...new Array(900).fill(0), 1, 1], [...new Array(900).fill(10), 500, 500]);
  const short = busy([...new Array(900).fill(0), ...new Array(100).fill(1)], new Array(1000).fill(10));
  const [few, many] = [long, short].map((profile) => byName(compareProfiles(none, profile).rows).f!);
  assert.deepEqual([few!.difference, few!.clear], [0.1, false]);
  assert.deepEqual([many!.difference, many!.clear], [0.1, true]);
});

test("a chance difference is called clear about as often as two standard errors allow, at most once in ten", () => {
  const random = seededRandom(1);
  const draw = () => {
    const hits = Array.from({length: 400}).filter(() => random() < 0.2).length;
    return syntheticProfile({a: hits, b: 400 - hits});
  };
  const clear = Array.from({length: 500}).filter(() => byName(compareProfiles(draw(), draw()).rows).a!.clear).length;
  assert.ok(clear > 5 && clear < 50, `${clear} of 500`);
});

test("a function that an edit moved down is the same function; two of one name are not guessed", () => {
  const moved = compareProfiles(syntheticProfile({"f (x.js:10:1)": 1}), syntheticProfile({"f (x.js:14:1)": 1}));
  assert.deepEqual(
    moved.rows.map(({change}) => change),
    ["same"]
  );
  const twins = compareProfiles(
    syntheticProfile({"f (x.js:10:1)": 1, "f (x.js:20:1)": 1}),
    syntheticProfile({"f (x.js:11:1)": 1, "f (x.js:21:1)": 1})
  );
  assert.deepEqual(twins.rows.map(({change}) => change).sort(), ["appeared", "appeared", "vanished", "vanished"]);
});

test("lines of the runtime's own files say which version it is, and are ignored", () => {
  const before = syntheticProfile({"run (node:internal/main:10:1);app (app.js:1:1)": 1});
  const after = syntheticProfile({"run (node:internal/main:99:7);app (app.js:1:1)": 1});
  assert.ok(compareProfiles(before, after).rows.every(({change}) => change === "same"));
});

test("what vanished keeps a box in the picture, and its title says so", () => {
  const comparison = compareProfiles(syntheticProfile({"main;old": 1}), syntheticProfile({"main;new": 1}));
  const picture = changePicture(comparison, ["a", "b"]);
  assert.deepEqual(
    picture.boxes.map(({label, width, title}) => [label, width, title.replace(/^.*: /, "")]),
    [
      ["main", 1, "100 % before, 100 % after"],
      ["−old", 0.5, "100 % before, 0 % after (vanished)"],
      ["+new", 0.5, "0 % before, 100 % after (appeared)"]
    ]
  );
  assert.match(flameSvg(picture), /class="shrank-2".*\n.*class="grew-2"/);
});

test("units that differ, and profiles of nothing, cannot be compared", () => {
  const profile = syntheticProfile({a: 1});
  assert.throws(
    () => compareProfiles(profile, syntheticProfile({a: 1}, "bytes")),
    /expected samples like synthetic, got bytes/
  );
  assert.throws(() => compareProfiles(profile, syntheticProfile({})), /expected a profile with samples, got none/);
  assert.throws(() => compareProfiles(syntheticProfile({"(idle)": 5}), profile), /expected a profile with samples/);
});
