import assert from "node:assert/strict";
import {test} from "node:test";
import {compareSides} from "#lib/compare-sides.js";
import type {Imported} from "#lib/imported.js";
import {compareText} from "./compare-text.js";

const look = {columns: 100, paint: (_tone: string, text: string) => text};

function side(name: string, benchmark: string, unit: string, value: number) {
  const processes = [1, 1.01, 1.02].map((factor) => ({samples: [value * factor]}));
  const benchmarks = [{name: benchmark, parameters: {}, metric: null, unit, processes, facts: {}}];
  const imported: Imported = {imported: 1, from: {format: "x", tool: "x"}, facts: {}, benchmarks, notes: []};
  return {name, runs: [], imported: [imported]};
}

const lines = compareText(
  "",
  compareSides(
    [side("time", "sum", "ms", 5), side("memory", "sum", "byte", 12e6), side("other", "join", "ms", 5)],
    0.01
  ),
  look
);

test("each side's cost is in its own unit, and why there is no ratio is said", () => {
  assert.ok(
    lines.some((line) => /^sum +5\.05 ms +12\.1 MB +one is counted in ns, the other in B/.test(line)),
    lines.join("\n")
  );
});

test("sides that have nothing in common have no empty table", () => {
  const at = lines.indexOf("C beside A: other");
  assert.equal(lines[at + 1], "nothing that both have measured has the same name and parameters");
});
