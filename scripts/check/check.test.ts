import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import type {Run} from "#lib/result.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "#lib/synthetic-run.js";
import {lacksOfPage} from "./page.js";
import {doubtsOfClaims, lacksOfReference} from "./results.js";

const claims = [
  {that: "b takes longer", variant: "b", ratio: {above: 1}, at: 1000},
  {that: "b takes less", variant: "b", ratio: {below: 1}, at: 1000, source: "folklore" as const}
];

function runOf(change: Partial<Run> = {}, b = 200): Run {
  return {...syntheticRun({times: {a: 100, b}, claims}), effort: "precise", ...change};
}

const run = runOf();
const now = {name: "it", hash: run.hash, lab: run.lab};
const resultOf = (...runs: Run[]) => ({format: 1 as const, lab: "it", machine, runs});
const ofMajors = (...majors: number[]) =>
  majors.map((major) => runOf({runtime: {...run.runtime, version: `${major}.1.0`}}));

test("claims that hold, or fail as folklore, raise no doubt", () => {
  assert.deepEqual(doubtsOfClaims(now, [resultOf(run)]), []);
});

test("a claim that nobody has decided is named, and so is one that never held", () => {
  const undecided = {...run, forks: run.forks.filter(({block}) => block < 3)};
  assert.match(doubtsOfClaims(now, [resultOf(undecided)])[0]!, /^undecided: b takes longer/);
  assert.match(doubtsOfClaims(now, [resultOf(runOf({}, 50))]).join("\n"), /^never held: b takes longer .*folklore"\)$/);
  assert.deepEqual(doubtsOfClaims(now, [resultOf(runOf({}, 50)), resultOf(run)]), []);
});

test("results of other code or of another lab decide nothing, and a lab without claims is told to make one", () => {
  const stale = [resultOf(runOf({hash: "f".repeat(64)})), {...resultOf(run), lab: "other"}];
  assert.match(doubtsOfClaims(now, stale)[0]!, /^nothing has been measured since the lab changed: lab run it$/);
  assert.match(doubtsOfClaims({...now, lab: {...run.lab, claims: []}}, [])[0]!, /^no claims: /);
});

test("a reference of three versions of Node that is fresh and precise lacks nothing", () => {
  assert.deepEqual(lacksOfReference(now, [resultOf(...ofMajors(20, 24, 26))]), []);
});

test("what a reference lacks is named with the command that makes it", () => {
  assert.match(lacksOfReference(now, [])[0]!, /^no committed result: npm run reference -- --runtime PATH it$/);
  assert.match(lacksOfReference(now, [resultOf(...ofMajors(20, 24))]).join(), /no Node 26: npm run reference/);
  const poor = ofMajors(20, 24, 26).map((one) => ({...one, hash: "f".repeat(64), effort: "quick" as const}));
  const lacks = lacksOfReference(now, [resultOf(...poor)]);
  assert.equal(lacks.filter((line) => line.includes("the lab has changed since")).length, 3);
  assert.equal(lacks.filter((line) => line.includes("measured with effort quick")).length, 3);
});

const config = '{name: "x", path: "/lessons/strings"}';
const strings = await readFile(new URL("../../docs/lessons/strings.md", import.meta.url), "utf8");

test("a finished lesson lacks nothing", () => {
  assert.deepEqual(lacksOfPage("strings", run.lab, strings, config), []);
});

test("each part that is taken away is missed by what is to be written", () => {
  const parts = [
    /^# .*$/m,
    /```predict/g,
    /```run/g,
    /```chart/g,
    /```source/g,
    /```claims/g,
    /::: jvm/g,
    /::: python/g,
    /## When not to/
  ];
  for (const part of parts) {
    const lacks = lacksOfPage("strings", run.lab, strings.replace(part, ""), config);
    assert.ok(lacks.length === 1 && lacks[0]!.includes(" is missing: "), `${part}: ${lacks.join("; ")}`);
  }
});

test("a page of the template is told what is still to be written, a typed figure its line, an absent page its name", async () => {
  const template = await readFile(new URL("../new/lesson.md", import.meta.url), "utf8");
  const page = template.replaceAll("__NAME__", "it").replace("__QUESTION__", "Is it?");
  const lacks = lacksOfPage("it", run.lab, page, '"/lessons/it"');
  assert.ok(lacks.length > 5 && lacks.every((line) => line.startsWith("still to be written: __")), lacks.join("\n"));
  assert.match(
    lacksOfPage("strings", run.lab, `${strings}\nIt took 5 ms.\n`, config).join(),
    /line \d+: a figure is typed.*5 ms/
  );
  assert.match(lacksOfPage("it", run.lab, null, "")[0]!, /^docs\/lessons\/it\.md: no such file/);
  assert.match(
    lacksOfPage("strings", run.lab, strings, "")[0]!,
    /not in observablehq\.config\.ts: add \{name: "Which of these/
  );
});
