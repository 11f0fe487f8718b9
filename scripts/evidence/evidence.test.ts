import assert from "node:assert/strict";
import {test} from "node:test";
import {evidenceFile, labNames} from "../store.js";
import {isFresh, readEvidence} from "./evidence-store.js";

for (const lab of await labNames()) {
  test(`the evidence about ${lab} is of the lab as it is now: if not, npx lab explain ${lab} --out data/evidence`, () => {
    const evidence = readEvidence(evidenceFile(lab));
    assert.ok(evidence !== null, "there is none");
    for (const run of evidence.runs) {
      const {name, version} = run.runtime;
      assert.ok(isFresh(run), `${name} ${version} was asked about another version of the lab`);
      assert.deepEqual(
        run.cells.filter(({failure}) => failure !== undefined),
        [],
        `${name} ${version}`
      );
    }
    const nodes = evidence.runs.filter(({runtime}) => runtime.name === "node");
    assert.deepEqual(
      nodes.map(({runtime}) => Number.parseInt(runtime.version, 10)),
      [20, 22, 24, 26]
    );
  });
}
