import assert from "node:assert/strict";
import {rm} from "node:fs/promises";
import {describe, test} from "node:test";
import {pathToFileURL} from "node:url";
import {checkLab} from "#lib/check-lab.js";
import type {ForkReply, ForkRequest, Host} from "#lib/measure.js";
import {breachesOfAnswers, breachesOfForm, doubled, SHORTEST} from "../scripts/check/contract.js";
import {compileLab} from "../scripts/measure/compile.js";
import {labFile, labNames} from "../scripts/store.js";
import {withTemporaryFile} from "../scripts/temporary-file.js";

interface CompiledModule {
  describe(): unknown;
  measureFork(request: ForkRequest, host: Host): Promise<ForkReply>;
}

const host: Host = {now: () => performance.now() * 1e6};

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
    ["an answer that is only promised", `later: async () => 1`, /later at 2: expected a finite number/],
    ["an answer that is no number", `none: () => Number.NaN`, /none at 2: expected a finite number.* got NaN/],
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
  return withTemporaryFile("lab-text.ts", `export default ${lab};`, breaches);
}

/** What is wrong with a lab, in sentences; a wrong form throws. */
async function breaches(file: string): Promise<string[]> {
  const module = await compiledTwice(file);
  const lab = checkLab(module.describe(), file);
  const {disagreeing, unchanging} = await breachesOfAnswers(lab, async (variant, size, seed) => {
    const request = {block: 0, order: 0, variant, size, seed, settings: SHORTEST};
    return (await module.measureFork(request, host)).answer;
  });
  return [...breachesOfForm(lab), ...disagreeing, ...unchanging];
}

async function compiledTwice(file: string): Promise<CompiledModule> {
  const compiled = await withTemporaryFile("contract-test.ts", doubled(file), compileLab);
  assert.ok(!compiled.text.includes("__name("), "a compiled kernel contains __name(");
  try {
    return await import(pathToFileURL(compiled.path).href);
  } finally {
    await rm(compiled.path);
  }
}
