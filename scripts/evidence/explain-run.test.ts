import assert from "node:assert/strict";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {thisNode} from "../measure/runtimes/choose.js";
import {TEMPORARY} from "../temporary-data.js";
import {explainRun} from "./explain-run.js";

async function asked(source: string, signal = new AbortController().signal) {
  const said: string[] = [];
  const ended: (string | null)[] = [];
  const ask = explainRun(
    (line) => void said.push(line),
    (text) => void ended.push(text)
  );
  const evidence = await ask(source, {
    chosen: thisNode(),
    measured: [{variant: "a", size: 10}],
    timeoutMs: 20_000,
    signal
  });
  return {evidence, said: said.join("\n"), ended: ended.at(-1)};
}

test("a run is kept without evidence where the question fails or is interrupted, and that is said", async () => {
  const gone = await asked(join(TEMPORARY, "gone.mjs"));
  assert.equal(gone.evidence, null);
  assert.match(gone.said, /gone\.mjs.*\n {2}what was measured is kept, without evidence$/s);
  assert.equal(gone.ended, null);
  const file = join(TEMPORARY, "asked.mjs");
  const lab = `{question: "q", sizes: [10], setup: (size) => size, baseline: "a", claims: [], variants: {a: (n) => n}}`;
  writeFileSync(file, `export default ${lab};`);
  const aborted = new AbortController();
  aborted.abort();
  const stopped = await asked(file, aborted.signal);
  assert.deepEqual(
    [stopped.evidence, stopped.said],
    [null, "interrupted\n  what was measured is kept, without evidence"]
  );
});
