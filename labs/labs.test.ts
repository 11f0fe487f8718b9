import assert from "node:assert/strict";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {describe, test} from "node:test";
import {pathToFileURL} from "node:url";
import {type Answered, agree, answerText} from "#lib/answer.js";
import {checkLab} from "#lib/check-lab.js";
import type {ForkReply, ForkRequest, Host} from "#lib/measure.js";
import type {LabDescription} from "#lib/result.js";
import {compileLab} from "../scripts/measure/compile.js";
import {labFile, labNames} from "../scripts/store.js";

interface CompiledModule {
  describe(): unknown;
  measureFork(request: ForkRequest, host: Host): Promise<ForkReply>;
}

const host: Host = {now: () => performance.now() * 1e6};
const settings = {batchNs: 1, samples: 1, measureCapNs: 0, warmupNs: 0, warmupCapNs: 0, steadyWithin: 1};

describe("every lab", async () => {
  for (const name of await labNames()) {
    test(`${name} keeps the contract`, async () => {
      assert.deepEqual(await breaches(labFile(name)), []);
    });
  }
});

describe("the contract notices", () => {
  const good = `
    question: "Is it even?", kind: "compute", unit: "step", sizes: [2, 4],
    setup: (size, random) => Array.from({length: size}, random),
    baseline: "sum", claims: []`;
  const sum = "(numbers) => numbers.reduce((a, b) => a + b)";
  const broken: [why: string, variants: string, expected: RegExp][] = [
    ["another answer", `more: (numbers) => (${sum})(numbers) + 1`, /more at 2: gave .* where sum gave/],
    ["a changed input", `shift: (numbers) => numbers.shift()`, /shift: a second iteration gave/],
    ["an answer that does not depend on the data", `count: {run: () => 7, against: "seven"}, seven: () => 7`, /seed/],
    ["no answer", `none: () => {}`, /none at 2: expected a finite number/],
    [
      "a chain of baselines",
      `one: ${sum}, two: {run: ${sum}, against: "three"}, three: {run: ${sum}, against: "one"}`,
      /two: is compared with three, which is compared with one/
    ],
    ["a name that is not kebab-case", `lastOne: ${sum}`, /lastOne: expected a kebab-case name/]
  ];

  test("nothing in a good lab", async () => {
    assert.deepEqual(await breachesOf(`{${good}, variants: {sum: ${sum}, same: ${sum}}}`), []);
  });

  for (const [why, variants, expected] of broken) {
    test(why, async () => {
      assert.match((await breachesOf(`{${good}, variants: {sum: ${sum}, ${variants}}}`)).join("\n"), expected);
    });
  }

  test("a claim about a variant that does not exist", async () => {
    const claim = `{that: "It is fast.", variant: "fast", ratio: {below: 1}, to: "sum", at: 2}`;
    const lab = `{${good.replace("claims: []", `claims: [${claim}]`)}, variants: {sum: ${sum}}}`;
    await assert.rejects(breachesOf(lab), /claims\[0\].*fast/);
  });
});

/** As `breaches`, for a lab given as text. */
async function breachesOf(lab: string): Promise<string[]> {
  return withFile(`export default ${lab};`, breaches);
}

/** What is wrong with a lab, in sentences; a wrong form throws. */
async function breaches(file: string): Promise<string[]> {
  const module = await compiledTwice(file);
  const lab = checkLab(module.describe(), file);
  return [...namesOf(lab), ...chainsOf(lab), ...(await answersOf(lab, module))];
}

async function compiledTwice(file: string): Promise<CompiledModule> {
  const text = `import lab from ${JSON.stringify(file)};
import {twice} from ${JSON.stringify(resolve(import.meta.dirname, "twice.ts"))};
export default twice(lab);`;
  const compiled = await withFile(text, compileLab);
  assert.ok(!compiled.text.includes("__name("), "a compiled kernel contains __name(");
  try {
    return await import(pathToFileURL(compiled.path).href);
  } finally {
    await rm(compiled.path);
  }
}

function namesOf({variants}: LabDescription): string[] {
  const wrong = variants.filter(({name}) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name));
  return wrong.map(({name}) => `${name}: expected a kebab-case name`);
}

function chainsOf({variants}: LabDescription): string[] {
  return variants.flatMap(({name, against}) => {
    const next = variants.find((other) => other.name === against)?.against ?? null;
    return next === null ? [] : [`${name}: is compared with ${against}, which is compared with ${next}`];
  });
}

/** At the two smallest sizes of each variant. */
async function answersOf(lab: LabDescription, module: CompiledModule): Promise<string[]> {
  const cells = lab.variants.flatMap(({name, against, sizes, mistake}) =>
    sizes.slice(0, 2).map((size) => ({name, against: mistake === undefined ? against : null, size, mistake}))
  );
  const found: string[] = [];
  for (const {name, against, size, mistake} of cells) {
    const answer = (variant: string, seed: number) => answerOf(module, variant, size, seed);
    const place = `${name} at ${size}`;
    try {
      const ours = await answer(name, 1);
      const again = await answer(name, 1);
      const other = await answer(name, 2);
      const base = against === null ? ours : await answer(against, 1);
      if (!agree(ours, again, 0)) found.push(`${place}: one seed gave ${answerText(ours)}, then ${answerText(again)}`);
      if (!agree(ours, base, lab.tolerance))
        found.push(`${place}: gave ${answerText(ours)} where ${against} gave ${answerText(base)}`);
      if (mistake === undefined && agree(ours, other, 0))
        found.push(`${place}: the answer does not change with the seed`);
    } catch (error) {
      found.push((error as Error).message);
    }
  }
  return found;
}

async function answerOf(module: CompiledModule, variant: string, size: number, seed: number): Promise<Answered> {
  const {answer} = await module.measureFork({block: 0, order: 0, variant, size, seed, settings}, host);
  return answer;
}

async function withFile<Value>(text: string, use: (file: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "lab-"));
  try {
    const file = join(folder, "contract-test.ts");
    await writeFile(file, text);
    return await use(file);
  } finally {
    await rm(folder, {recursive: true});
  }
}
