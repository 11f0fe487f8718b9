import assert from "node:assert/strict";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {before, test} from "node:test";
import MarkdownIt from "markdown-it";
import {type EvidenceRun, evidenceOf} from "#lib/evidence/evidence.js";
import {syntheticEvidence} from "#lib/evidence/synthetic-evidence.js";
import {FORMAT} from "#lib/result.js";
import {SYNTHETIC_MACHINE, syntheticRun} from "#lib/synthetic-run.js";
import {ReaderError} from "../../errors.js";
import {TEMPORARY} from "../../temporary-data.js";
import {HOSTILE} from "../hostile-data.js";

// Not before the folder of the data is another.
const [{directives}, {prepareLabs}, {hashOfFiles}] = await Promise.all([
  import("../directives.js"),
  import("../prepare.js"),
  import("../../evidence/opened-lab.js")
]);

const md = directives(new MarkdownIt({html: true}));
const render = (line: string) => md.render(`\`\`\`evidence ${line}\n\`\`\`\n`);
const files = ["labs/twice.ts"];
const [first, second] = syntheticEvidence().runs.map(
  (run): EvidenceRun => ({
    ...run,
    files,
    hash: hashOfFiles(files)!,
    cells: run.cells.map((cell) => ({...cell, variant: "one-shape"}))
  })
) as [EvidenceRun, EvidenceRun];

function write(place: string, runs: readonly EvidenceRun[]): void {
  const folder = join(TEMPORARY, "data", place);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "shapes.json"), JSON.stringify(evidenceOf("shapes", runs)));
}

before(prepareLabs);

test("what does not exist is refused, and what there is is named", () => {
  const refuses = (line: string, message: RegExp, hint: RegExp) =>
    assert.throws(
      () => render(line),
      (error) => error instanceof ReaderError && message.test(error.message) && hint.test(error.hint.join(" "))
    );
  refuses("shpaes variants=a at=1000", /no lab is called shpaes/, /shapes/);
  refuses("shapes variants=one-shpae at=1000", /no variant one-shpae/, /one-shape/);
  refuses("shapes variants=one-shape at=7", /not measured at size 7/, /1000/);
  refuses("shapes variants=one-shape at=1000 show=guesses", /no part guesses/, /sites/);
  refuses("shapes at=1000", /variants=… is missing/, /^$/);
});

test("without evidence the page says how to get it", () => {
  assert.match(render("shapes variants=one-shape at=1000"), /No evidence .*npx lab explain shapes --with node/s);
});

test("a runtime is named where it differs; the reader's own is shown beside those that are committed", () => {
  write("evidence", [first]);
  write("local/evidence", [{...first, cells: []}, second]);
  const html = render("shapes variants=one-shape at=1000 show=tiers,sites");
  assert.match(html, /<th scope="col">compiler<\/th><th scope="col">inline caches<\/th>/);
  assert.match(html, /<td>TurboFan \(read\)<\/td>/);
  assert.match(
    html,
    /the only one is monomorphic <small>Node 20<\/small><br>megamorphic: .x at reading.ts:8 <small>Node 26</
  );
  assert.match(html, /Reported by Node 20 and 26, in/);
});

test("evidence of another version of the lab is not shown", () => {
  write("evidence", [{...first, hash: "0".repeat(64)}]);
  write("local/evidence", []);
  assert.match(render("shapes variants=one-shape at=1000"), /of another version of this lab/);
});

test("a text from a file stays a text", () => {
  const cells = [{variant: "one-shape", size: 1000, tiers: [{function: HOSTILE, tier: HOSTILE}]}];
  write("evidence", [{...first, cells}]);
  assert.doesNotMatch(render("shapes variants=one-shape at=1000"), /<img|<script|<\/title>/);
});

test("evidence that came with a result is shown where nothing was committed, and does not take another's place", () => {
  write("evidence", [first]);
  write("local/evidence", []);
  const {runtime, ...told} = second;
  const measured = (change: object, evidence: object) => ({
    ...syntheticRun({times: {a: 100, b: 200}, runtime: {...runtime, ...change}}),
    evidence
  });
  const runs = [measured({}, told), measured({version: first.runtime.version}, {...told, cells: []})];
  const result = {format: FORMAT, lab: "shapes", machine: SYNTHETIC_MACHINE, runs};
  writeFileSync(join(TEMPORARY, "data/local/shapes.json"), JSON.stringify(result));
  const html = render("shapes variants=one-shape at=1000 show=sites");
  assert.match(html, /monomorphic <small>Node 20<\/small><br>megamorphic: .x at reading.ts:8 <small>Node 26</);
});
