import {type CellEvidence, type Evidence, type EvidenceRun, evidenceOf} from "./evidence.js";

/** A run of one runtime, for tests. */
export function syntheticEvidenceRun(
  name: string,
  version: string,
  cells: readonly CellEvidence[],
  parts: Partial<EvidenceRun> = {}
): EvidenceRun {
  return {
    runtime: {name, version, engine: "an engine", flags: []},
    hash: "0".repeat(64),
    files: ["labs/twice.ts"],
    gathered: "2026-12-01",
    seconds: 1,
    seed: 1,
    cells: [...cells],
    unavailable: [],
    ...parts
  };
}

/** Two runtimes that agree on one thing and differ in another, for tests. */
export function syntheticEvidence(): Evidence {
  const place = {file: "labs/shapes/reading.ts", line: 8};
  const site = {access: "LoadIC", property: "x", place, function: "read"};
  const cell = {variant: "one", size: 1000, tiers: [{function: "read", tier: "turbofan"}], deoptimisations: []};
  return evidenceOf("shapes", [
    syntheticEvidenceRun("node", "20.1.0", [{...cell, sites: [{...site, state: "monomorphic"}]}]),
    syntheticEvidenceRun("node", "26.1.0", [{...cell, sites: [{...site, state: "megamorphic"}]}])
  ]);
}
