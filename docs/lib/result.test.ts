import assert from "node:assert/strict";
import {test} from "node:test";
import {checkFork, checkResult, FORMAT, NewerFormatError, type Result, ResultError} from "./result.js";
import {syntheticRun} from "./synthetic-run.js";

const claims = [
  {that: "b takes longer", variant: "b", ratio: {above: 1}, at: 1000},
  {that: "b grows", variant: "b", growth: {below: 12}, from: 1000, to: 1000}
];

function resultText(): string {
  const machine = {
    id: "m",
    cpu: "a processor",
    cores: 2,
    memoryBytes: 2 ** 30,
    os: "linux",
    arch: "x64",
    virtual: null
  };
  const run = syntheticRun({times: {a: 100, b: 150}, claims, blocks: 2, batches: 5});
  return JSON.stringify({format: FORMAT, lab: "x", machine, runs: [run]} satisfies Result);
}

/** What the check says after `spoil` has changed the parsed file. */
// biome-ignore lint/suspicious/noExplicitAny: a test spoils what types would protect
function refusal(spoil: (result: any) => unknown): string {
  const result = JSON.parse(resultText());
  spoil(result);
  return messageOf(result);
}

function messageOf(value: unknown): string {
  try {
    checkResult(value, "r.json");
  } catch (error) {
    assert.ok(error instanceof ResultError, String(error));
    return error.message;
  }
  return "accepted";
}

test("a result survives being written and read", () => {
  const result = JSON.parse(resultText());
  assert.deepEqual(checkResult(result, "r.json"), result);
});

test("a wrong value is named with its place, what must hold and what came", () => {
  const cases: [(result: ReturnType<typeof JSON.parse>) => unknown, string][] = [
    [(r) => (r.runs[0].forks[2].samplesNs[3] = null), "runs[0].forks[2].samplesNs[3]: expected number, got null"],
    [(r) => (r.runs[0].forks[2].samplesNs[3] = -1), "runs[0].forks[2].samplesNs[3]: expected >=0.000001, got -1"],
    [
      (r) => (r.runs[0].forks[1].samplesNs[0] = 5e-324),
      "runs[0].forks[1].samplesNs[0]: expected >=0.000001, got 5e-324"
    ],
    [
      (r) => (r.runs[0].forks[1].referenceNs[0] = 1e308),
      "runs[0].forks[1].referenceNs[0]: expected <=1000000000000000000, got 1e+308"
    ],
    [(r) => (r.runs[0].forks[1].samplesNs = []), "runs[0].forks[1].samplesNs: expected >=1, got 0"],
    [(r) => (r.runs[0].margin = "1%"), 'runs[0].margin: expected number, got "1%"'],
    [(r) => (r.runs[0].hash = "abc"), 'runs[0].hash: expected a SHA-256 in hexadecimal, got "abc"'],
    [(r) => (r.runs[0].started = "yesterday"), 'runs[0].started: expected a timestamp, got "yesterday"'],
    [(r) => (r.machine.cores = 1.5), "machine.cores: expected a safe integer, got 1.5"],
    [(r) => (r.lab = "../x"), 'lab: expected a name of letters, digits, - and _, got "../x"'],
    [(r) => (r.runs = {}), "runs: expected Array, got Object"]
  ];
  for (const [spoil, message] of cases) assert.equal(refusal(spoil), `r.json: ${message}`);
});

test("not-a-number, which JSON writes as null, is refused where it stands", () => {
  const result = JSON.parse(resultText());
  result.runs[0].seconds = Number.NaN;
  assert.equal(messageOf(JSON.parse(JSON.stringify(result))), "r.json: runs[0].seconds: expected number, got null");
  assert.equal(messageOf(result), "r.json: runs[0].seconds: expected number, got NaN");
});

test("a missing side of a fork, and any missing field, is called missing", () => {
  assert.equal(
    refusal((r) => delete r.runs[0].forks[0].referenceNs),
    "r.json: runs[0].forks[0].referenceNs: missing"
  );
  assert.equal(
    refusal((r) => delete r.machine),
    "r.json: machine: missing"
  );
});

test("a field that the format does not have is refused, also one named like a part of every object", () => {
  assert.equal(
    refusal((r) => (r.runs[0].mean = 1)),
    "r.json: runs[0].mean: unknown field"
  );
  for (const key of ["__proto__", "constructor", "toString"]) {
    const text = resultText().replace('"block":0', `"${key}":{"polluted":true},"block":0`);
    assert.equal(messageOf(JSON.parse(text)), `r.json: runs[0].forks[0].${key}: unknown field`);
  }
  assert.equal(({} as {polluted?: boolean}).polluted, undefined);
});

test("a wrong claim is named by the field that is wrong, whatever its form", () => {
  assert.equal(
    refusal((r) => (r.runs[0].lab.claims[0].ratio.above = null)),
    "r.json: runs[0].lab.claims[0].ratio.above: expected number, got null"
  );
  assert.equal(
    refusal((r) => (r.runs[0].lab.claims[1].from = 0)),
    "r.json: runs[0].lab.claims[1].from: expected >=1, got 0"
  );
  assert.equal(
    refusal((r) => (r.runs[0].lab.claims[1].because = "")),
    "r.json: runs[0].lab.claims[1].because: unknown field"
  );
});

test("a newer format is refused as such, with the way out, before anything else is looked at", () => {
  const newer = {format: FORMAT + 1, unheardOf: true};
  assert.throws(() => checkResult(newer, "r.json"), NewerFormatError);
  assert.equal(
    messageOf(newer),
    `r.json: format: expected at most ${FORMAT}, got ${FORMAT + 1}\n  written by a newer Hotpath: update this one`
  );
  assert.equal(
    refusal((r) => (r.format = "1")),
    `r.json: format: expected ${FORMAT}, got "1"`
  );
});

test("what is no object at all is refused without a place inside", () => {
  assert.equal(messageOf(null), "r.json: expected Object, got null");
  assert.equal(messageOf("truncat"), 'r.json: expected Object, got "truncat"');
  assert.equal(messageOf(undefined), "r.json: expected Object, got undefined");
  assert.equal(messageOf([]), "r.json: format: missing");
});

test("a fork with more samples than references is refused, also in the self-check", () => {
  assert.equal(
    refusal((r) => r.runs[0].forks[3].referenceNs.pop()),
    "r.json: runs[0].forks[3].referenceNs: expected one value a sample (5), got 4"
  );
  assert.equal(
    refusal((r) => {
      r.runs[0].selfCheck = [structuredClone(r.runs[0].forks[0])];
      r.runs[0].selfCheck[0].samplesNs.pop();
    }),
    "r.json: runs[0].selfCheck[0].referenceNs: expected one value a sample (4), got 5"
  );
});

test("a fork of a variant or a size that the lab does not have is refused", () => {
  const expected = "expected a variant and a size of the lab, got";
  assert.equal(
    refusal((r) => (r.runs[0].forks[1].variant = "c")),
    `r.json: runs[0].forks[1]: ${expected} c at 1000`
  );
  assert.equal(
    refusal((r) => (r.runs[0].forks[1].size = 7)),
    `r.json: runs[0].forks[1]: ${expected} b at 7`
  );
  assert.equal(
    refusal((r) => (r.runs[0].lab.variants[1].against = "c")),
    "r.json: runs[0].lab.variants: b is compared with c, which does not exist"
  );
});

test("a fork from a child is checked as one from a file", () => {
  const [fork] = syntheticRun({times: {a: 100}, blocks: 1}).forks;
  assert.deepEqual(checkFork(structuredClone(fork), "its answer"), fork);
  assert.throws(() => checkFork({...fork, samplesNs: [1]}, "its answer"), {
    message: "its answer: referenceNs: expected one value a sample (1), got 5"
  });
  assert.throws(() => checkFork(undefined, "its answer"), {message: "its answer: expected Object, got undefined"});
});
