import assert from "node:assert/strict";
import {test} from "node:test";
import {evidenceOf} from "#lib/evidence/evidence.js";
import {syntheticEvidenceRun} from "#lib/evidence/synthetic-evidence.js";
import {evidenceText} from "./evidence-text.js";

const look = {columns: 80, paint: (_: string, text: string) => text};
const cell = {
  variant: "plus",
  size: 1000,
  allocation: {bytes: 32_000, iterations: 200, collections: {count: 3, ms: 1.5}}
};

test("each variant has a block, and collections are told with their time", () => {
  const text = evidenceText(evidenceOf("strings", [syntheticEvidenceRun("node", "20.1.0", [cell])]), look);
  assert.deepEqual(text, [
    "Node 20.1.0: 1 process in 1 s",
    "",
    "plus at 1,000",
    "  allocated              32 kB an iteration",
    "  collected              3 × in 200 iterations, 1.5 ms in all"
  ]);
});

test("runtimes are named where there are several, lines fit, and nothing reaches the terminal that it would act on", () => {
  const evil = {...cell, tiers: [{function: `a\u001b[31m${"b".repeat(60)} c`, tier: "turbofan"}]};
  const runs = [syntheticEvidenceRun("node", "20.1.0", [evil]), syntheticEvidenceRun("node", "26.1.0", [evil])];
  const lines = evidenceText(evidenceOf("strings", runs), look);
  assert.ok(lines.some((line) => line.endsWith("[Node 20 and 26]")));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  for (const line of lines) assert.doesNotMatch(line, /[\u0000-\u001f]/);
});
