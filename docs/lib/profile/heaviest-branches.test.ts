import assert from "node:assert/strict";
import {test} from "node:test";
import {heaviestBranches} from "./heaviest-branches.js";
import {syntheticProfile} from "./synthetic-profile.js";

const profile = syntheticProfile({"main;read;decode": 50, "main;parse;walk": 30, "main;parse;copy": 15, "main;log": 5});

function lines(least: number, most = 100): string[] {
  return heaviestBranches(profile, least, most).map(
    ({frame, level, total, self}) => `${" ".repeat(level)}${frame.name} ${total} ${self}`
  );
}

test("branches come below their callers, the heaviest first, and step right only where there is a choice", () => {
  assert.deepEqual(lines(0), [
    "main 100 0",
    " read 50 0",
    " decode 50 50",
    " parse 45 0",
    "  walk 30 30",
    "  copy 15 15",
    " log 5 5"
  ]);
});

test("light branches are left out, and so is what comes after the last row", () => {
  assert.deepEqual(lines(0.3), ["main 100 0", " read 50 0", " decode 50 50", " parse 45 0", " walk 30 30"]);
  assert.deepEqual(lines(0, 2), ["main 100 0", " read 50 0"]);
  assert.deepEqual(heaviestBranches(syntheticProfile({}), 0, 10), []);
});
