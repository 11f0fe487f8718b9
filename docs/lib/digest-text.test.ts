import assert from "node:assert/strict";
import {test} from "node:test";
import {LIMITS} from "./digest-limits.js";
import {digestText} from "./digest-text.js";
import {ResultError} from "./result.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "./synthetic-run.js";

const claims = [{that: "b takes longer", variant: "b", ratio: {above: 1}, at: 1000}];
const run = syntheticRun({times: {a: 1000, b: 1400}, claims});
const result = {format: 1, lab: "strings", machine, runs: [run]};

function refuses(value: unknown, pattern: RegExp): void {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  assert.throws(
    () => digestText(text, "a.json", []),
    (error: unknown) => {
      assert.ok(error instanceof ResultError, String(error));
      assert.match(error.message, /^a\.json: /);
      assert.match(error.message, pattern);
      return true;
    }
  );
}

test("a result is judged by the claims that its lab has now, and by its own if the lab is not known", () => {
  const now = [{that: "b takes more than twice the time", variant: "b", ratio: {above: 2}, at: 1000}];
  const text = JSON.stringify(result);
  const verdicts = (labs: Parameters<typeof digestText>[2]) =>
    digestText(text, "a.json", labs).flatMap(({claims}) => claims.map(({verdict}) => verdict));
  assert.deepEqual(verdicts([]), ["holds"]);
  assert.deepEqual(verdicts([{...run.lab, name: "strings", hash: run.hash, claims: now}]), ["fails"]);
  assert.deepEqual(verdicts([{...run.lab, name: "shapes", hash: run.hash, claims: now}]), ["holds"]);
});

test("what is not JSON, or is cut off, is refused", () => {
  refuses("", /not JSON, or cut off/);
  refuses("<!doctype html><script>alert(1)</script>", /not JSON, or cut off/);
  refuses(JSON.stringify(result).slice(0, -40), /not JSON, or cut off/);
});

test("another number of the format, and no number, are refused", () => {
  refuses({...result, format: 2}, /format: expected at most 1, got 2/);
  refuses({...result, format: "1"}, /format: /);
  refuses({lab: "strings"}, /format: missing/);
  refuses("null", /./);
});

test("brackets in brackets in brackets are refused before they are parsed, but not brackets in a text", () => {
  refuses("[".repeat(2_000_000), /character 32: expected at most 32 levels/);
  refuses(`{"a":${'{"a":'.repeat(100)}`, /levels of brackets/);
  const question = `${"[{".repeat(50)} \\" [`;
  const lab = {...run.lab, question};
  assert.equal(digestText(JSON.stringify({...result, runs: [{...run, lab}]}), "a.json", [])[0]!.question, question);
});

test("names that would be properties of every object are refused as unknown fields", () => {
  const text = JSON.stringify(result).replace("{", '{"__proto__":{"polluted":true},');
  refuses(text, /__proto__: unknown field/);
  refuses({...result, constructor: {prototype: {polluted: true}}}, /constructor: unknown field/);
  assert.equal(({} as {polluted?: boolean}).polluted, undefined);
});

test("markup in a name is refused, with its place", () => {
  refuses({...result, lab: "<img src=x onerror=alert(1)>"}, /lab: expected a name of letters/);
  refuses({...result, machine: {...machine, id: "../../x"}}, /machine\.id: expected a name of letters/);
});

test("numbers out of their range are refused, with their place", () => {
  const withSample = (sample: string) =>
    JSON.stringify(result).replace(/"samplesNs":\[[^\]]*\]/, `"samplesNs":[${[sample, 1, 1, 1, 1].join(",")}]`);
  refuses(withSample("-1"), /runs\[0\]\.forks\[0\]\.samplesNs\[0\]/);
  refuses(withSample("1e999"), /runs\[0\]\.forks\[0\]\.samplesNs\[0\]/);
  refuses(withSample("null"), /runs\[0\]\.forks\[0\]\.samplesNs\[0\]/);
  refuses({...result, machine: {...machine, cores: 1e300}}, /machine\.cores/);
});

test("times that no processor needs are refused with their place, and the outermost of the others are judged", () => {
  const withTimes = (ns: number) => {
    const forks = run.forks.map((fork) =>
      fork.variant === "a" ? {...fork, samplesNs: fork.samplesNs.map(() => ns)} : fork
    );
    return {...result, runs: [{...run, forks}]};
  };
  refuses(withTimes(5e-324), /runs\[0\]\.forks\[0\]\.samplesNs\[0\]: expected >=0\.000001/);
  refuses(withTimes(1e19), /runs\[0\]\.forks\[0\]\.samplesNs\[0\]: expected <=/);
  for (const ns of [1e-6, 1e18]) assert.equal(digestText(JSON.stringify(withTimes(ns)), "a.json", []).length, 1);
});

test("more of anything than a page can show is refused", () => {
  refuses({...result, runs: Array(LIMITS.runs + 1).fill(run)}, /runs: expected at most 20, got 21/);
  const many = Array(LIMITS.claims + 1).fill(claims[0]);
  refuses({...result, runs: [{...run, lab: {...run.lab, claims: many}}]}, /runs\[0\]\.lab\.claims: expected at most/);
});
