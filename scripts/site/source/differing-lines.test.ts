import assert from "node:assert/strict";
import {test} from "node:test";
import {differingLines} from "./differing-lines.js";
import type {Source} from "./read-source.js";

const source = (region: string, ...lines: string[]): Source => ({path: "ways.ts", region, language: "ts", lines});

test("lines that are only in ours differ; those that both have, in order, do not", () => {
  const ours = source("a", "start", "one", "same", "two", "end");
  const theirs = source("b", "start", "same", "three", "end");
  assert.deepEqual([...differingLines(ours, theirs)], [1, 3]);
  assert.deepEqual([...differingLines(theirs, ours)], [2]);
});

test("a line that moved differs on one side of what stayed", () => {
  const ours = source("a", "x", "y", "z");
  assert.equal(differingLines(ours, source("b", "y", "z", "x")).size, 1);
});

test("the name of the function, as each language declares it, and indentation do not count", () => {
  const pairs = [
    [
      ["function pushJoin() {", "  return pushJoin(1);", "}"],
      ["function plus() {", "return plus(1);", "}"]
    ],
    [["def push_join(parts):"], ["def plus(parts):"]],
    [["static String pushJoin(List<String> parts) {"], ["static String plus(List<String> parts) {"]]
  ] as const;
  for (const [ours, theirs] of pairs) {
    assert.deepEqual([...differingLines(source("a", ...ours), source("b", ...theirs))], []);
  }
});

test("nothing is in an empty region", () => {
  assert.deepEqual([...differingLines(source("a", "x", "y"), source("b"))], [0, 1]);
  assert.deepEqual([...differingLines(source("a"), source("b", "x"))], []);
});
