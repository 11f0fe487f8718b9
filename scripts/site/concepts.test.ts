import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {promisify} from "node:util";
import MarkdownIt from "markdown-it";
import {labNames, ROOT} from "../store.js";
import {appliesTo, type Concept, type ConceptMap, checkConcepts} from "./concepts.js";
import {readLessons} from "./concepts-lessons.js";
import {directives} from "./directives.js";

const FILE = "data/concepts.json";
const row: Concept = {
  id: "tiers",
  group: "runtime",
  name: "Tiers",
  jvm: "C1 and C2",
  python: null,
  node: "Maglev and TurboFan",
  verdict: "similar",
  trap: "They differ.",
  sources: ["https://v8.dev/blog/maglev"]
};
const mapOf = (...rows: object[]) => ({tried: ["24.0.0"], groups: [{id: "runtime", title: "Runtime"}], rows});

test("the committed map keeps its own rules", async () => {
  checkConcepts(await committed(), await labNames(), FILE);
});

test("what is wrong in a row is named with its place", () => {
  const wrong: [object, RegExp][] = [
    [{...row, verdict: "alike"}, /concepts\.json: rows\[0\]\.verdict: expected .*"same".*, got "alike"/],
    [{...row, id: "Two Words"}, /rows\[0\]\.id: expected lower-case letters/],
    [{...row, group: "data"}, /rows\[0\]\.group: expected one of runtime, got data/],
    [{...row, lab: "string"}, /rows\[0\]\.lab: expected one of strings, got string/],
    [{...row, sources: ["http://v8.dev"]}, /rows\[0\]\.sources\[0\]: expected https/],
    [{...row, sources: ["v8.dev"]}, /rows\[0\]\.sources\[0\]: expected an address/],
    [{...row, versions: {from: 24, to: 22}}, /rows\[0\]\.versions: expected from ≤ to/],
    [{...row, versions: {from: 24.5}}, /rows\[0\]\.versions\.from: expected/],
    [{...row, check: {expression: "it's"}}, /rows\[0\]\.check\.expression: expected no single quote/],
    [{...row, trap: ""}, /rows\[0\]\.trap: expected a text/],
    [{...row, note: "x"}, /rows\[0\]\.note: unknown field/],
    [{...row, sources: []}, /rows\[0\]: expected a check, a source, a lab, or a word on what is unconfirmed/]
  ];
  for (const [given, message] of wrong) assert.throws(() => checkConcepts(mapOf(given), ["strings"], FILE), {message});
});

test("an id stands for one row, and for no group", () => {
  assert.throws(() => checkConcepts(mapOf(row, row), [], FILE), /rows\[1\]\.id: .*got tiers of rows\[0\] again/);
  assert.throws(() => checkConcepts(mapOf({...row, id: "runtime"}), [], FILE), /got runtime of groups\[0\] again/);
});

test("both ends of a range of versions belong to it", () => {
  const majors = (versions: NonNullable<Concept["versions"]>) =>
    [20, 22, 24, 26].filter((major) => appliesTo({...row, versions}, major));
  assert.deepEqual(majors({from: 22}), [22, 24, 26]);
  assert.deepEqual(majors({to: 22}), [20, 22]);
  assert.deepEqual(majors({from: 22, to: 24}), [22, 24]);
});

test("every check comes out as its row says on this Node.js", async (context) => {
  const {rows, tried} = await committed();
  const major = majorOf(process.versions.node);
  if (!tried.some((version) => majorOf(version) === major)) return context.skip(`nobody tried them on ${major}`);
  const wrong: string[] = [];
  for (const one of rows) {
    if (one.check === undefined) continue;
    const printed = await outputOf(one.check);
    if ((printed === "true") !== appliesTo(one, major)) wrong.push(`${one.id}: ${printed}`);
  }
  assert.deepEqual(wrong, []);
});

test("a link to a row that does not exist is refused, and the nearest is named", () => {
  assert.throws(
    () => directives(new MarkdownIt()).render("See {{concept compiler-tier}}."),
    ({message, hint}: {message: string; hint: string[]}) =>
      /no row of the concept map is called compiler-tier/.test(message) && /compiler-tiers/.test(hint.join())
  );
});

test("a link to a row is named as the row, or by the words that follow", () => {
  const html = directives(new MarkdownIt()).render("{{concept locks}}, {{concept locks where others run}}");
  assert.match(html, /<a class="to-concept" href="\/reference\/concepts#locks">Locks<\/a>, <a [^>]*>where others run</);
});

test("every lesson that names a row is linked from it", async () => {
  const html = directives(new MarkdownIt()).render("```concepts\n```\n");
  for (const {path, concepts} of readLessons()) {
    for (const id of concepts) {
      const [, card = ""] = new RegExp(`id="${id}"(.*?)</article>`, "s").exec(html) ?? [];
      assert.ok(card.includes(`href="${path}"`), `${id} has no link to ${path}`);
    }
  }
});

async function committed(): Promise<ConceptMap> {
  return JSON.parse(await readFile(join(ROOT, FILE), "utf8"));
}

/** The last line that a check prints, or what became of it. */
async function outputOf({expression, flags = []}: NonNullable<Concept["check"]>): Promise<string> {
  try {
    const {stdout} = await promisify(execFile)(process.execPath, [...flags, "-p", expression]);
    return stdout.trim().split("\n").at(-1)!;
  } catch (error) {
    return (error as Error).message;
  }
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
