import assert from "node:assert/strict";
import {test} from "node:test";
import {checkResult, FORMAT, type Fork, type Machine, type Result, type Run} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {displayWidth} from "../terminal/width.js";
import {reportJson} from "./json.js";
import {reportText} from "./text.js";

const machine: Machine = {
  id: "m",
  cpu: "Some CPU",
  cores: 1,
  memoryBytes: 8e9,
  os: "Some OS",
  arch: "x64",
  virtual: null
};
const plain = (columns: number) => ({columns, paint: (_tone: string, text: string) => text});

const run = syntheticRun({
  times: {loop: (size) => size, "for-each": (size) => 2 * size, "array-reduce": (size) => size},
  sizes: [100, 1000],
  spread: 0.0005,
  claims: [
    {that: "forEach takes longer.", variant: "for-each", ratio: {above: 1.5}, at: 100},
    {that: "reduce takes longer.", variant: "array-reduce", ratio: {above: 1.5}, at: 100, source: "folklore"},
    {that: "The claim is about another runtime.", variant: "for-each", ratio: {above: 1}, at: 100, on: {runtime: "bun"}}
  ]
});

function resultOf(changed: Partial<Run> = {}): Result {
  return {format: FORMAT, lab: "sums", machine, runs: [{...run, ...changed}]};
}

test("a report shows the table by size, the claims with their verdicts, and the machine", () => {
  const lines = reportText([resultOf()], plain(100));
  assert.equal(lines[0], "sums  Which of these is faster?");
  assert.ok(lines.includes("100 elements") && lines.includes("1,000 elements"));
  assert.match(
    lines.find((line) => line.startsWith("    for-each"))!,
    /^ {4}for-each +\d+ ns +2\.00\d?× .+ slower .*±1 %$/
  );
  assert.match(lines.find((line) => line.startsWith("    array-reduce"))!, / same /);
  const text = lines.join("\n");
  assert.match(text, /^✓ holds {6}forEach takes longer\.\n {13}for-each takes 2\.00\d?× the time of loop/m);
  assert.match(text, /^✗ fails {6}reduce takes longer\. \(often said\)$/m);
  assert.match(text, /^– elsewhere {2}The claim is about another runtime\.$/m);
  assert.equal(lines.at(-1), "Some CPU · 1 core · 8.00 GB · Some OS");
});

test("runtimes of one lab are followed by what its baseline takes on each, and what that may not be taken for", () => {
  const elsewhere = syntheticRun({
    times: {loop: 4000, "for-each": 4000},
    runtime: {name: "python", version: "3.11.7", engine: "CPython 3.11.7"},
    spread: 0.0005
  });
  const lines = reportText([{...resultOf(), runs: [run, elsewhere]}], plain(100));
  const at = lines.indexOf("sums  a baseline on each runtime, one iteration");
  assert.ok(at > lines.findIndex((line) => line.startsWith("python 3.11.7 (CPython 3.11.7)")));
  assert.match(lines[at + 1]!, /^ +baseline +100 elements +1,000 elements$/);
  assert.match(lines[at + 2]!, /^ {2}node 24\.21\.0 +loop +\d+\.\d+ ns +[\d.]+ (ns|µs)$/);
  assert.match(lines[at + 3]!, /^ {2}python 3\.11\.7 +loop +[34]\.\d+ µs$/);
  assert.match(lines.slice(at + 4).join(" "), /These times are not: the clock of the processor is in them/);
  assert.ok(!reportText([resultOf()], plain(100)).some((line) => line.includes("on each runtime")));
  const second = elsewhere.lab.variants.map((variant) => ({...variant, against: null}));
  const without = {...elsewhere, lab: {...elsewhere.lab, variants: second}};
  const forks = elsewhere.forks.filter(({variant}) => variant === "for-each");
  const shared = reportText([{...resultOf(), runs: [without, {...without, forks}]}], plain(100));
  assert.match(
    shared[shared.indexOf("sums  a baseline on each runtime, one iteration") + 2]!,
    / for-each +[34]\.\d+ µs$/
  );
});

test("a report keeps within a narrow terminal", () => {
  for (const columns of [60, 80, 120]) {
    const newer = {...run, runtime: {...run.runtime, version: "26.1.0"}};
    const result = {...resultOf(), runs: [{...run, notes: ["note ".repeat(60).trim()]}, newer]};
    for (const line of reportText([result], plain(columns))) {
      assert.ok(displayWidth(line) <= columns, `${columns}: ${line}`);
    }
  }
});

test("where the table has no room for strips, those that show two groups stand below it", () => {
  const title = "a variant whose title takes half of the width";
  const variants = run.lab.variants.map((variant) => (variant.name === "for-each" ? {...variant, title} : variant));
  const slow = (fork: Fork) => fork.variant === "for-each" && fork.size === 100 && fork.block % 2 === 0;
  const forks = run.forks.map((fork) =>
    slow(fork) ? {...fork, samplesNs: fork.samplesNs.map((ns) => ns * 1.5)} : fork
  );
  const lab = {...run.lab, variants};
  const strips = (changed: Partial<Run>, columns: number) =>
    reportText([resultOf({lab, ...changed})], plain(columns)).filter((line) => /(±\d+ %|÷\d+ ×\d+)$/.test(line));
  const [strip = "", ...more] = strips({forks}, 80);
  assert.match(strip, new RegExp(`^ {2}${title} at 100 +[ ·•●│]*[·•●] +[ │] *[·•●]`));
  assert.deepEqual(more, []);
  assert.deepEqual(strips({}, 80), []);
  assert.equal(strips({forks}, 120).length, 6);
});

test("what is compared with another variant than the baseline stands under that variant", () => {
  const variants = run.lab.variants.map((variant) =>
    variant.name === "array-reduce" ? {...variant, against: "for-each"} : variant
  );
  const lines = reportText([resultOf({lab: {...run.lab, variants, claims: []}})], plain(100));
  const names = lines.flatMap((line) => /^ +(?:loop|for-each|array-reduce)/.exec(line)?.[0] ?? []);
  assert.deepEqual(names.slice(0, 3), ["  loop", "    for-each", "      array-reduce"]);
});

test("variants that are compared with each other in a circle do not hang the report", () => {
  const variants = run.lab.variants.map((variant, index) => ({
    ...variant,
    against: run.lab.variants[(index + 1) % 3]!.name
  }));
  assert.ok(reportText([resultOf({lab: {...run.lab, variants}})], plain(80)).length > 0);
});

test("too few blocks show how many there are, and no ratio", () => {
  const forks = run.forks.filter(({block}) => block < 3);
  const line = reportText([resultOf({forks})], plain(80)).find((each) => each.startsWith("    for-each"))!;
  assert.match(line, /3 of 5 blocks/);
  assert.doesNotMatch(line, /×/);
});

test("no control character of a result reaches the terminal", () => {
  const evil = "\u001b]0;owned\u0007\u001b[2J\u009b31m\r\n\u202e";
  const variants = run.lab.variants.map((variant) => ({...variant, title: `${variant.name}${evil}`}));
  const claims = run.lab.claims.map((claim) => ({...claim, that: evil}));
  const hostile = {
    ...resultOf({
      lab: {...run.lab, question: evil, unit: evil, variants, claims},
      runtime: {...run.runtime, version: evil, engine: evil, flags: [evil]},
      failures: [{block: 0, variant: "loop", size: 100, reason: evil.repeat(50)}],
      notes: [evil]
    }),
    machine: {...machine, cpu: evil, os: evil, virtual: evil}
  };
  const lines = reportText([checkResult(hostile, "hostile")], plain(80));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  for (const line of lines) assert.doesNotMatch(line, /[\u0000-\u001f\u007f-\u009f\u202e]/);
});

test("the JSON has the promised keys, and a machine only if it is one", () => {
  const report = reportJson([resultOf()]);
  assert.equal(report.comparisons.length, 4);
  for (const key of ["lab", "variant", "baseline", "size", "ratio", "interval", "verdict"]) {
    assert.ok(key in report.comparisons[0]!, key);
  }
  const [low, high] = report.comparisons[0]!.interval;
  assert.ok(low < report.comparisons[0]!.ratio && report.comparisons[0]!.ratio < high);
  assert.deepEqual(
    report.claims.map(({that, verdict}) => [that, verdict]),
    [
      ["forEach takes longer.", "holds"],
      ["reduce takes longer.", "fails"],
      ["The claim is about another runtime.", "undecided"]
    ]
  );
  for (const {sentence} of report.claims) assert.match(sentence, /\.$/);
  assert.deepEqual(report.machine, machine);
  assert.equal(reportJson([resultOf(), {...resultOf(), machine: {...machine, id: "other"}}]).machine, null);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test("one block is not several, and the lines of a reason are told apart", () => {
  const failures = [{block: 0, variant: "for-each", size: 100, reason: "got NaN\n  work that nobody uses is removed"}];
  const forks = run.forks.filter(({block}) => block === 0);
  const text = reportText([resultOf({forks, failures})], plain(200)).join("\n");
  assert.match(text, / 1 block in \d+ s/);
  assert.match(text, /failed once: got NaN; work that nobody uses is removed \(/);
});
