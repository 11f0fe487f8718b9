import assert from "node:assert/strict";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import type {CellEvidence} from "#lib/evidence/evidence.js";
import {ReaderError} from "../errors.js";
import {runtimeAt} from "../measure/runtimes/choose.js";
import {KINDS} from "../measure/runtimes/kinds.js";
import {missingMajors, testNodes} from "../profile/test-nodes.js";
import {labFile, ROOT} from "../store.js";
import {TEMPORARY} from "../temporary-data.js";
import {keepEvidence, readEvidence} from "./evidence-store.js";
import {explainLab} from "./explain-lab.js";
import {openLab} from "./opened-lab.js";

const GOLDEN = "scripts/evidence/v8/golden-lab.ts";
const lines = readFileSync(join(ROOT, GOLDEN), "utf8").split("\n");
const LINE_OF_READ = 1 + lines.findIndex((line) => line.includes("total += holders[i]!.x"));

async function explain(name: string, executable: string, wanted: {variants?: string[]; sizes?: number[]} = {}) {
  return explainLab(name, {
    runtimes: [await runtimeAt(executable)],
    wanted,
    timeoutMs: 60_000,
    signal: new AbortController().signal,
    say: () => {},
    progress: () => {}
  });
}

for (const {executable, version} of testNodes) {
  test(`what is known by construction is what Node.js ${version} tells`, async () => {
    const evidence = await explain(join(ROOT, GOLDEN), executable);
    const cells = new Map(evidence!.runs[0]!.cells.map((cell) => [cell.variant, cell]));
    const of = (variant: string): CellEvidence => cells.get(variant)!;
    assert.deepEqual(
      [...cells.values()].filter(({failure}) => failure !== undefined),
      []
    );

    const stateOf = (variant: string) => of(variant).sites!.find(({property}) => property === "x")!;
    assert.equal(stateOf("one").state, "monomorphic");
    assert.equal(stateOf("three").state, "polymorphic");
    assert.equal(stateOf("six").state, "megamorphic");
    assert.deepEqual(stateOf("six").place, {file: GOLDEN, line: LINE_OF_READ});
    assert.ok(of("one").tiers!.some((one) => one.function === "readAll" && one.tier !== "interpreter"));

    const each = (variant: string) => of(variant).values!.find(({path}) => path === "each of input")!;
    assert.deepEqual([each("three").objects, each("three").shapes, each("three").dictionaries], [1000, 3, 0]);
    assert.deepEqual([each("dictionaries").shapes, each("dictionaries").dictionaries], [1, 1000]);
    assert.equal(of("holey").values![0]!.elements, "holey, small integers");
    assert.equal(of("doubles").values![0]!.elements, "packed, doubles");

    const wrong = of("wrong-map").deoptimisations!;
    assert.ok(
      wrong.some(({reason, place}) => reason === "wrong map" && place.file === GOLDEN),
      JSON.stringify(wrong)
    );
    assert.deepEqual(of("one").deoptimisations, []);

    // An array of 100 pointers and its elements, and 100 objects of three fields: 8 bytes each, with their headers.
    const bytes = 100 * 6 * 8 + 16 + 100 * 8 + 32;
    assert.ok(Math.abs(of("hundred").allocation!.bytes - bytes) <= 24, String(of("hundred").allocation!.bytes));
    assert.ok(Math.abs(of("rope").ropes! - 1000) <= 3, "one a piece, and perhaps one of Node.js itself");
    assert.ok(of("flat").ropes! <= 3);
  });
}

for (const major of missingMajors) test(`Node.js ${major}`, {skip: "not installed"}, () => {});

test("a lab, a variant and a size that do not exist are refused", async () => {
  const refused = (name: string, wanted: object, message: RegExp) =>
    assert.rejects(explain(name, process.execPath, wanted), (error) => {
      assert.ok(error instanceof ReaderError, String(error));
      assert.match(error.message, message);
      return true;
    });
  await refused("shpaes", {}, /no lab and no file shpaes/);
  await refused("shapes", {variants: ["one-shpae"]}, /no variant one-shpae/);
  await refused("shapes", {sizes: [7]}, /no size 7/);
});

test("a variant that throws is told of, and the others are there", async () => {
  const file = join(TEMPORARY, "throws.mjs");
  writeFileSync(
    file,
    `export default {question: "q", sizes: [10], setup: (size) => size, baseline: "good", claims: [], variants: {
      good: (size) => size + 1,
      bad: () => { throw new Error("on purpose"); }
    }};`
  );
  const evidence = await explain(file, process.execPath);
  const [good, bad] = evidence!.runs[0]!.cells;
  assert.equal(good!.failure, undefined);
  assert.match(bad!.failure!, /on purpose/);
});

test("a lab whose value has a name beyond ASCII is opened too", async () => {
  const file = join(TEMPORARY, "any name.mjs");
  writeFileSync(
    file,
    `const läb = {question: "q", sizes: [10], setup: (size) => size, baseline: "a", claims: [], variants: {a: (n) => n}};
    export default läb;`
  );
  assert.match(readFileSync((await openLab(file)).path, "utf8"), /\nexport \{\S+ as lab\};\n$/);
});

test("every line of every lab is found again in its own files", async () => {
  const opened = await openLab(labFile("shapes"));
  const lines = readFileSync(opened.path, "utf8").split("\n");
  const line = lines.findIndex((text) => text.includes("total += points[i].x"));
  assert.deepEqual(opened.place(line + 1, 40), {file: "labs/shapes/reading.ts", line: 8});
  assert.equal(opened.place(lines.length, 1), null, "a line that is not the lab's");
});

test("a runtime that is asked anew takes the place of what it said before, and others stay", async () => {
  const folder = join(TEMPORARY, "kept");
  mkdirSync(folder, {recursive: true});
  const file = join(folder, "shapes.json");
  const wanted = {variants: ["one-shape"]};
  const evidence = (await explain("shapes", process.execPath, wanted))!;
  const [run] = evidence.runs;
  const other = {...run!, runtime: {...run!.runtime, version: "1.0.0"}};
  const stale = {...run!, runtime: {...run!.runtime, version: "2.0.0"}, hash: "0".repeat(64)};
  await keepEvidence(file, {...evidence, runs: [other, stale, {...run!, seconds: 1000}]});
  await keepEvidence(file, evidence);
  const kept = readEvidence(file)!.runs.map(({runtime, seconds}) => [runtime.version, seconds]);
  assert.deepEqual(kept, [
    ["1.0.0", other.seconds],
    [run!.runtime.version, run!.seconds]
  ]);
});

/** What the newest runtime of a kind tells of one variant; why the test is skipped, if there is none. */
async function asked(name: string) {
  const kind = KINDS.find((one) => one.name === name)!;
  const handle = (await kind.find()).at(-1);
  const tell = async () => {
    const evidence = await explain("shapes", handle!.executable, {variants: ["one-shape"], sizes: [1000]});
    return evidence!.runs[0]!;
  };
  return {tell, skip: handle === undefined && `no ${name} is on this machine: ${kind.install}`};
}

const [deno, jvm, python] = await Promise.all([asked("deno"), asked("jvm"), asked("python")]);

test("V8 tells in Deno what it tells in Node.js", {skip: deno.skip}, async () => {
  const {cells, seconds} = await deno.tell();
  const [cell] = cells;
  assert.equal(cell!.failure, undefined);
  assert.ok(cell!.tiers!.some((one) => one.function === "readProperty" && one.tier !== "interpreter"));
  assert.equal(cell!.sites!.find(({property}) => property === "x")!.state, "monomorphic");
  const each = cell!.values!.find(({path}) => path === "each of input")!;
  assert.deepEqual([each.objects, each.shapes, each.dictionaries], [1000, 1, 0]);
  assert.ok(cell!.allocation!.collections!.ms < 1000 * seconds, "collections take no longer than the process");
});

test("HotSpot tells what it compiled and inlined of a twin, and what that allocates", {skip: jvm.skip}, async () => {
  const [cell] = (await jvm.tell()).cells;
  const read = cell!.compiled!.find(({method}) => method === "Lab.readProperty")!;
  assert.equal(read.tier, "C2");
  assert.ok(read.inlined.includes("Lab$First.x"), "one type: its method is inlined");
  assert.ok(cell!.allocation!.bytes < 1);
});

test("CPython tells which bytecode it specialised, or that it does not", {skip: python.skip}, async () => {
  const {cells, unavailable} = await python.tell();
  const forms = cells[0]!.specialised?.flatMap(({instructions}) => instructions.map(({name}) => name));
  if (unavailable.some(({aspect}) => aspect === "specialised")) assert.equal(forms, undefined);
  else
    assert.ok(
      forms!.some((form) => form.startsWith("LOAD_ATTR_")),
      "an attribute that is where it was"
    );
});

test("a runtime that nobody asks is left out by name", async () => {
  const said: string[] = [];
  const node = await runtimeAt(process.execPath);
  const evidence = await explainLab("shapes", {
    runtimes: [{...node, kind: {...node.kind, name: "bun"}}],
    wanted: {},
    timeoutMs: 1000,
    signal: new AbortController().signal,
    say: (line) => void said.push(line),
    progress: () => {}
  });
  assert.equal(evidence, null);
  assert.match(said[0]!, /^shapes: node .* is left out: nothing here asks bun/);
});
