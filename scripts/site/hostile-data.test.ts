import assert from "node:assert/strict";
import {before, test} from "node:test";
import MarkdownIt from "markdown-it";
import {FORMAT} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {ReaderError} from "../errors.js";
import {directives} from "./directives.js";
import {HOSTILE, poison} from "./hostile-data.js";
import {prepareLabs} from "./prepare.js";

const machine = {id: "a", cpu: "b", cores: 2, memoryBytes: 8e9, os: "c", arch: "d", virtual: null};
const claims = [{that: "a takes longer than b.", variant: "b", ratio: {above: 1}, at: 1000}];
const run = syntheticRun({times: {a: 1, b: 2}, claims});
const {result, admitted, refused} = poison({format: FORMAT, lab: "strings", machine, runs: [run]}, "drop.json");

before(prepareLabs);

test("what names a file, an address or a lab cannot be hostile: the check refuses it and names the place", () => {
  for (const field of ["lab", "machine.id", "runs.*.runtime.name", "runs.*.hash", "runs.*.forks.*.variant"]) {
    const place = field.replaceAll(".*", "[0]");
    assert.ok(refused.get(field)?.startsWith(`drop.json: ${place}: expected`), `${field}: ${refused.get(field)}`);
  }
});

test("what people read may be any text, and the tests of the site show it on every page", () => {
  for (const field of ["machine.cpu", "machine.os", "machine.virtual", "runs.*.runtime.version", "runs.*.notes.*"]) {
    assert.ok(admitted.includes(field), field);
  }
  assert.ok(result.machine.cpu.endsWith(HOSTILE));
  assert.ok(result.runs[0]!.lab.claims[0]!.that.endsWith(HOSTILE));
});

test("a hostile name of a lab, a variant or a machine in a page stops the build and is not rendered", () => {
  const md = directives(new MarkdownIt({html: true}));
  const hostile = '"><script>injected()</script>';
  const pages = [
    ...["chart", "claims", "run", "verdicts"].map((kind) => `\`\`\`${kind} ${hostile}\n\`\`\`\n`),
    `\`\`\`chart strings at=10000 variants=${hostile}\n\`\`\`\n`,
    `\`\`\`source labs/${hostile}\n\`\`\`\n`,
    `{{ratio ${hostile} join at 10000}}`,
    `{{ratio strings ${hostile} at 10000}}`,
    `{{sentence strings ${hostile} at 10000}}`
  ];
  for (const page of pages) assert.throws(() => md.render(page), ReaderError, page);
});
