import assert from "node:assert/strict";
import {test} from "node:test";
import {checkEvidence} from "./evidence.js";
import {syntheticEvidence, syntheticEvidenceRun} from "./synthetic-evidence.js";

test("what was checked is what was given", () => {
  assert.deepEqual(checkEvidence(syntheticEvidence(), "x"), syntheticEvidence());
});

test("the first place that is wrong is named", () => {
  const good = syntheticEvidence();
  const withCell = (cell: object) => ({
    ...good,
    runs: [{...syntheticEvidenceRun("node", "20.1.0", []), cells: [{variant: "a", size: 1, ...cell}]}]
  });
  const wrong: [value: unknown, message: RegExp][] = [
    [null, /^x: /],
    [{...good, format: 2}, /^x: format: /],
    [{...good, lab: "../etc"}, /^x: lab: /],
    [{...good, runs: [{...good.runs[0], hash: "abc"}]}, /^x: runs\[0\]\.hash: expected a SHA-256/],
    [{...good, runs: [{...good.runs[0], files: []}]}, /^x: runs\[0\]\.files: /],
    [withCell({ropes: -1}), /^x: runs\[0\]\.cells\[0\]\.ropes: /],
    [withCell({sites: [{state: "cold"}]}), /^x: runs\[0\]\.cells\[0\]\.sites\[0\]/],
    [withCell({allocation: {bytes: Number.NaN, iterations: 1, collections: null}}), /allocation\.bytes: /],
    [withCell({guess: "faster"}), /guess/]
  ];
  for (const [value, message] of wrong) assert.throws(() => checkEvidence(value, "x"), {name: "ResultError", message});
});
