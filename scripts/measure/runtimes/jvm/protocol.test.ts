import assert from "node:assert/strict";
import "../../../temporary-data.js";
import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {before, test} from "node:test";
import type {Settings} from "#lib/measure.js";
import {TEMPORARY} from "../../../temporary-data.js";
import {ask, type ChildOptions, ForkError} from "../../ask.js";
import type {CompiledLab} from "../../compile.js";
import {fork} from "../../fork.js";
import {jvm} from "../jvm.js";
import {javas} from "./ask-probe.js";

const {handles, skip} = await javas();
const runtime = handles.at(-1)!;
const settings: Settings = {
  batchNs: 1e6,
  samples: 9,
  measureCapNs: 1e9,
  patience: 1,
  warmupNs: 0,
  warmupCapNs: 0,
  steadyWithin: 0.5
};

const TWIN = `import static hotpath.Variant.number;
import static hotpath.Variant.text;
import hotpath.Twin;

final class Lab {
  private static double deep(int n) {
    return n == 0 ? 0 : 1 + deep(n + 1);
  }

  static Twin<double[]> twin() {
    return Twin.asking("Does it answer?", (size, random) -> new double[] {random.next(), size})
        .sizes(1, 2)
        .baseline("sum")
        .variant("sum", number((double[] data) -> data[0] + data[1]))
        .variant("text", text((double[] data) -> "ü" + data[1]))
        .variant("nothing", text((double[] data) -> null))
        .variant("infinite", number((double[] data) -> data[0] / 0))
        .variant("prints", number((double[] data) -> {
          System.out.println("hello");
          return data[0];
        }))
        .variant("throws", number((double[] data) -> new int[] {1}[(int) data[1]]))
        .variant("deep", number((double[] data) -> deep(1)))
        .variant("large", number((double[] data) -> new long[Integer.MAX_VALUE].length))
        .variant("exits", number((double[] data) -> {
          Runtime.getRuntime().halt(7);
          return 0;
        }))
        .variant("hangs", number((double[] data) -> {
          while (true) Thread.onSpinWait();
        }));
  }
}
`;

let lab: CompiledLab;
let options: ChildOptions;

before(async () => {
  if (skip !== false) return;
  const folder = await mkdtemp(join(TEMPORARY, "a lab "));
  await writeFile(join(folder, "Lab.java"), TWIN);
  lab = (await jvm.compile(join(folder, "lab.ts"), runtime))!;
  const child = await jvm.child(runtime);
  options = {runtime, child, timeoutMs: 60_000, signal: new AbortController().signal};
});

const request = (variant: string) => ({block: 3, order: 4, variant, size: 2, seed: 5, settings});

async function failure(variant: string, change: Partial<ChildOptions> = {}): Promise<string> {
  const error = await fork(lab, request(variant), {...options, ...change}).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof ForkError, String(error));
  return error.message;
}

test("a twin describes itself as lab.ts would", {skip}, async () => {
  const {variants, ...rest} = (await ask({lab: lab.path, task: "describe"}, options)) as {variants: unknown[]};
  const expected = {kind: "compute", unit: "operation", sizes: [1, 2], baseline: "sum", claims: [], tolerance: 0};
  assert.deepEqual(rest, {question: "Does it answer?", ...expected});
  assert.deepEqual(variants.slice(0, 2), [
    {name: "sum", title: "sum", against: null, sizes: [1, 2]},
    {name: "text", title: "text", against: "sum", sizes: [1, 2]}
  ]);
});

test("a fork holds what was asked for, a sample for each reference, and whole milliseconds of collections", {
  skip
}, async () => {
  const {fork: measured, answer} = await fork(lab, request("sum"), options);
  const {block, order, variant, size, samplesNs, collections} = measured;
  assert.deepEqual({block, order, variant, size}, {block: 3, order: 4, variant: "sum", size: 2});
  assert.ok(samplesNs.length >= 7, `${samplesNs.length} samples`);
  assert.ok(collections !== null);
  assert.equal(answer.type, "number");
});

test("a fork that is told of quieter times than there are keeps the better half of its batches", {skip}, async () => {
  const waiting = {...settings, measureCapNs: 2e7, patience: 3};
  const told = {...request("sum"), emptyCallSteps: 1e-3, settings: waiting};
  const {samplesNs, dropped, emptyCallNs} = (await fork(lab, told, options)).fork;
  assert.ok(samplesNs.length + dropped > 9, `${samplesNs.length + dropped} batches`);
  assert.ok(Math.abs(samplesNs.length - dropped) <= 2, `${samplesNs.length} kept, ${dropped} dropped`);
  assert.ok(emptyCallNs > 0);
});

test("a text is told by its length and hash", {skip}, async () => {
  const {answer} = await fork(lab, request("text"), options);
  assert.equal(answer.type === "string" && answer.length, "ü2.0".length);
});

test("what a variant does wrong is told", {skip}, async () => {
  assert.match(await failure("absent"), /^threw: the lab has no variant absent$/);
  assert.match(await failure("nothing"), /^threw: variant nothing at 2: expected a finite number or a text/);
  assert.match(await failure("infinite"), /got Infinity/);
  assert.match(await failure("throws"), /^threw: java\.lang\.ArrayIndexOutOfBoundsException: Index 2 out of bounds/);
  assert.equal(await failure("deep"), "threw: java.lang.StackOverflowError");
  assert.match(await failure("large"), /^threw: java\.lang\.OutOfMemoryError: /);
  assert.match(await failure("prints"), /^printed .* a lab must not print$/);
  assert.equal(await failure("exits"), "ended with code 7 before it answered");
  assert.equal(await failure("hangs", {timeoutMs: 3000}), "gave no answer within 3 s and was stopped");
});

test("a twin without the method that gives it says so", {skip}, async () => {
  const folder = join(TEMPORARY, "without");
  await mkdir(folder);
  await writeFile(join(folder, "Lab.java"), "class Lab {}");
  const empty = (await jvm.compile(join(folder, "lab.ts"), runtime))!;
  await assert.rejects(ask({lab: empty.path, task: "describe"}, options), /NoSuchMethodException: Lab\.twin\(\)/);
});

test("options from the environment do not reach the measured process", {skip}, async () => {
  process.env.JDK_JAVA_OPTIONS = "-version";
  try {
    assert.equal((await fork(lab, request("sum"), options)).answer.type, "number");
  } finally {
    delete process.env.JDK_JAVA_OPTIONS;
  }
});
