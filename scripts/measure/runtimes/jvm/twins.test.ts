import assert from "node:assert/strict";
import "../../../temporary-data.js";
import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {describe, test} from "node:test";
import {pathToFileURL} from "node:url";
import {type Answered, agree, answerText} from "#lib/answer.js";
import {checkLab} from "#lib/check-lab.js";
import {kindOf} from "#lib/kind-of.js";
import type {ForkReply, ForkRequest, Host} from "#lib/measure.js";
import type {LabDescription} from "#lib/result.js";
import {settingsFor} from "#lib/settings.js";
import {labFile, labNames} from "../../../store.js";
import {compileLab} from "../../compile.js";
import {describe as describeTwin} from "../../describe.js";
import {fork} from "../../fork.js";
import {jvm} from "../jvm.js";
import type {RuntimeHandle} from "../runtime.js";
import {askProbe, javas} from "./ask-probe.js";

interface Original {
  describe(): LabDescription;
  measureFork(request: ForkRequest, host: Host): Promise<ForkReply>;
}

/** A variant at a size, and what it answered on one input, twice. */
interface Cell {
  readonly variant: string;
  readonly size: number;
  readonly first: Answered;
  readonly again: Answered;
}

const SEED = 11;
const host: Host = {now: () => performance.now() * 1e6};
const hasty = {batchNs: 1, samples: 1, measureCapNs: 0, warmupNs: 0, warmupCapNs: 0, steadyWithin: 1};

const {handles, skip} = await javas();
const names = (await labNames()).filter((name) => existsSync(join(dirname(labFile(name)), "Lab.java")));

describe("the twin in Java", {skip}, () => {
  for (const name of names) {
    for (const handle of handles) {
      test(`of ${name} asks the same and gives the same answers on Java ${handle.version}`, () =>
        compare(name, handle));
    }
  }
});

async function compare(name: string, handle: RuntimeHandle): Promise<void> {
  const original: Original = await import(pathToFileURL((await compileLab(labFile(name))).path).href);
  const ours = checkLab(original.describe(), "lab.ts");
  const compiled = await jvm.compile(labFile(name), handle);
  const child = await jvm.child(handle);
  const options = {runtime: handle, child, timeoutMs: 120_000, signal: new AbortController().signal};
  const twin = await describeTwin(compiled!, options);
  assert.deepEqual(question(twin), question(ours));
  const shared = twin.variants.filter((variant) => ours.variants.some((other) => other.name === variant.name));
  for (const variant of shared) sameUse(variant.name, ours, twin);

  const [cells, others] = (await askProbe(
    handle,
    [SEED, SEED + 1].map((seed) => ({give: "answers", lab: compiled!.path, seed}))
  )) as [Cell[], Cell[]];
  agreeWithin(cells, others, twin);
  for (const {variant, size, first} of cells) {
    if (!shared.some((one) => one.name === variant)) continue;
    const request = {block: 0, order: 0, variant, size, seed: SEED, settings: hasty};
    const {answer} = await original.measureFork(request, host);
    const declared = twin.variants.find((one) => one.name === variant)?.mistake !== undefined;
    if (declared) continue;
    assert.ok(agree(first, answer, ours.tolerance), differ(variant, size, first, "lab.ts", answer));
  }

  const {variant, size} = cells[0]!;
  const settings = settingsFor(kindOf(twin, variant), "quick");
  const reply = await fork(compiled!, {block: 2, order: 5, variant, size, seed: SEED, settings}, options);
  assert.ok(agree(reply.answer, cells[0]!.first, 0), "a fork answers as a single call does");
}

function question({question, unit, sizes, kind, tolerance}: LabDescription): object {
  return {question, unit, sizes, kind, tolerance};
}

/** A variant of one name is bounded by the same and compared with the same, where the twin has that. */
function sameUse(name: string, ours: LabDescription, twin: LabDescription): void {
  const of = (lab: LabDescription) => lab.variants.find((variant) => variant.name === name)!;
  assert.equal(kindOf(twin, name), kindOf(ours, name), `${name}: kind`);
  const {against} = of(ours);
  const isThere = against === null || twin.variants.some((variant) => variant.name === against);
  if (isThere) assert.equal(of(twin).against, against, `${name}: against`);
  assert.equal(of(twin).mistake === undefined, of(ours).mistake === undefined, `${name}: mistake`);
}

/** Variants of the twin agree with each other, repeat themselves, and depend on the data. */
function agreeWithin(cells: readonly Cell[], others: readonly Cell[], {variants, tolerance}: LabDescription): void {
  for (const [index, {variant, size, first, again}] of cells.entries()) {
    const {against, mistake} = variants.find(({name}) => name === variant)!;
    assert.ok(agree(first, again, 0), differ(variant, size, again, "the first iteration", first));
    if (mistake !== undefined) continue;
    assert.ok(
      !agree(first, others[index]!.first, 0),
      `${variant} at ${size}: the answer does not change with the seed`
    );
    const base = cells.find((cell) => cell.variant === against && cell.size === size);
    if (base !== undefined)
      assert.ok(agree(first, base.first, tolerance), differ(variant, size, first, against!, base.first));
  }
}

function differ(variant: string, size: number, given: Answered, other: string, expected: Answered): string {
  return `${variant} at ${size}: gave ${answerText(given)} where ${other} gave ${answerText(expected)}`;
}
