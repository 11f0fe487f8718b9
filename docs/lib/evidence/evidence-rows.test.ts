import assert from "node:assert/strict";
import {test} from "node:test";
import {aspectText} from "./aspect-text.js";
import {type CellEvidence, evidenceOf} from "./evidence.js";
import {evidenceRows} from "./evidence-rows.js";
import {runtimeNames} from "./runtime-names.js";
import {syntheticEvidence, syntheticEvidenceRun} from "./synthetic-evidence.js";

test("runtimes that say the same are told together, and those that differ apart", () => {
  const rows = evidenceRows(syntheticEvidence());
  const said = rows.map(({aspect, said}) => [aspect, said.map(({text, by}) => `${text} [${runtimeNames(by)}]`)]);
  assert.deepEqual(said, [
    ["tiers", ["TurboFan (read) [Node 20 and 26]"]],
    ["deoptimisations", ["never [Node 20 and 26]"]],
    ["sites", ["the only one is monomorphic [Node 20]", "megamorphic: .x at reading.ts:8 [Node 26]"]]
  ]);
});

test("only what is asked for is told", () => {
  assert.deepEqual(evidenceRows(syntheticEvidence(), {size: 10}), []);
  assert.deepEqual(evidenceRows(syntheticEvidence(), {variants: ["other"]}), []);
  assert.equal(evidenceRows(syntheticEvidence(), {aspects: ["sites"]}).length, 1);
});

test("what a runtime cannot tell is said, not left out; a process that failed is told of", () => {
  const cell = {variant: "one", size: 1};
  const evidence = evidenceOf("x", [
    syntheticEvidenceRun("python", "3.9.2", [{...cell, failure: "was killed"}], {
      unavailable: [{aspect: "specialised", why: "from 3.11 on"}]
    })
  ]);
  assert.deepEqual(
    evidenceRows(evidence).map(({aspect, said}) => [aspect, said[0]!.text]),
    [
      ["tiers", "failed: was killed"],
      ["specialised", "not available: from 3.11 on"]
    ]
  );
});

test("every part has words", () => {
  const place = {file: "labs/a/b.ts", line: 3};
  const cell: CellEvidence = {
    variant: "one",
    size: 1,
    tiers: [{function: "", tier: "interpreter"}],
    deoptimisations: [{kind: "deopt-eager", reason: "wrong map", place, function: "f", count: 2}],
    sites: [
      {access: "KeyedLoadIC", property: "0", place, function: "f", state: "polymorphic"},
      {access: "LoadIC", property: "x", place, function: "f", state: "monomorphic"}
    ],
    values: [
      {path: "input", type: "Array", elements: "packed, references", objects: 1, shapes: null, dictionaries: null},
      {path: "each of input", type: "Object", elements: null, objects: 1000, shapes: 5, dictionaries: 1000},
      {path: "input.plain", type: "Object", elements: null, objects: 1, shapes: 1, dictionaries: 0},
      {path: "input.table", type: "Object", elements: null, objects: 1, shapes: 1, dictionaries: 1}
    ],
    allocation: {bytes: 319_968, iterations: 100, collections: {count: 3, ms: 1}},
    ropes: 9999,
    compiled: [
      {method: "Lab.f", tier: "C2", inlined: ["Lab$A.x"], refused: [{method: "Lab$B.y", why: "virtual call"}]}
    ],
    specialised: [{function: "f", instructions: [{name: "LOAD_ATTR_SLOT", count: 2}], specialised: 2, of: 9}]
  };
  const aspects = ["tiers", "deoptimisations", "sites", "values", "allocation", "ropes", "compiled"] as const;
  assert.deepEqual(
    [...aspects, "specialised" as const].map((aspect) => aspectText(cell, aspect)),
    [
      "Ignition (anonymous)",
      "a few times, wrong map at b.ts:3",
      "polymorphic: […] at b.ts:3, 1 more monomorphic",
      "each of input: 1,000 × Object, 5 hidden classes, dictionary mode; input.table: Object, dictionary mode",
      "320 kB an iteration",
      "9,999 pairs",
      "Lab.f by C2, with Lab$A.x inlined, calling Lab$B.y (virtual call)",
      "f: 2 × LOAD_ATTR_SLOT"
    ]
  );
});

test("bytes are rounded to what another process would say too", () => {
  const text = (bytes: number) =>
    aspectText({variant: "a", size: 1, allocation: {bytes, iterations: 9, collections: null}}, "allocation");
  assert.deepEqual([0, 16, 999, 48_200, 320_100, 1_398_000, 2_010_000].map(text), [
    "0 B an iteration",
    "16 B an iteration",
    "999 B an iteration",
    "48 kB an iteration",
    "320 kB an iteration",
    "1.4 MB an iteration",
    "2 MB an iteration"
  ]);
});

test("versions of a runtime are named together", () => {
  const named = (...all: string[]) =>
    runtimeNames(all.map((text) => ({name: text.split(" ")[0]!, version: text.split(" ")[1]!})));
  assert.equal(named("node 20.1.0"), "Node 20");
  assert.equal(named("node 20.1.0", "node 24.2.0", "node 26.0.0", "jvm 17.0.1"), "Node 20, 24 and 26; JVM 17");
});
