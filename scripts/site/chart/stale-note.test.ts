import assert from "node:assert/strict";
import {test} from "node:test";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "#lib/synthetic-run.js";
import type {Environment} from "../environments.js";
import {staleText} from "./stale-note.js";

const fresh: Environment = {
  ...{lab: "strings", place: "local", machine, run: syntheticRun({times: {a: 1}})},
  ...{runtime: "Node 24", name: "Node 24 on your machine", look: "local-1", twin: false, stale: false}
};

test("results of the reader's own that are older than the lab are named, with the command that measures again", () => {
  const older = {...fresh, name: "Node 20 <on> your machine", stale: true};
  const note = staleText([fresh, older]);
  assert.match(note, /measured by Node 20 &lt;on&gt; your machine\./);
  assert.match(note, /<code>npx lab run strings<\/code>/);
});

test("fresh results, and stale ones that others have committed, ask for nothing", () => {
  assert.equal(staleText([fresh, {...fresh, place: "reference", stale: true}]), "");
});
