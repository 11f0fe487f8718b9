import assert from "node:assert/strict";
import {test} from "node:test";
import MarkdownIt from "markdown-it";
import {directives} from "./directives.js";
import {checkGlossary, termFor} from "./glossary.js";

const FILE = "data/glossary.json";
const rope = {id: "rope", term: "rope", also: ["cons string"], definition: "A text made of two others."};
const fork = {id: "fork", term: "fork", definition: "A fresh process."};
const LINK = /<strong><a class="term" href="\/reference\/glossary#(\w+)">(.*?)<\/a><\/strong>/g;

function linked(markdown: string, path = "/lessons/strings"): string[] {
  const html = directives(new MarkdownIt({html: true})).render(markdown, {path});
  return [...html.matchAll(LINK)].map(([, id, word]) => `${word} → ${id}`);
}

test("what is wrong in a term is named with its place", () => {
  const wrong: [object[], RegExp][] = [
    [[{...rope, id: "Rope"}], /glossary\.json: \[0\]\.id: expected lower-case letters/],
    [[{...rope, definition: ""}], /\[0\]\.definition: expected a text/],
    [[{...rope, source: "v8.dev"}], /\[0\]\.source: expected an address/],
    [[{...rope, concepts: ["ropes"]}], /\[0\]\.concepts\[0\]: expected one of tiers, got ropes/],
    [[rope, {...fork, id: "rope"}], /\[1\]\.id: expected every id once, got rope again/],
    [[rope, {...fork, also: ["Cons string"]}], /\[1\]: expected every word once, got cons string, as in rope/]
  ];
  for (const [given, message] of wrong) assert.throws(() => checkGlossary(given, ["tiers"], FILE), {message});
});

test("terms are in alphabetical order, and found by any of their words", () => {
  const glossary = checkGlossary([rope, fork], [], FILE);
  assert.deepEqual(
    glossary.map(({id}) => id),
    ["fork", "rope"]
  );
  assert.equal(termFor(glossary, "Cons String")?.id, "rope");
  assert.equal(termFor(glossary, "string"), undefined);
});

test("the first bold use of a term is a link, by whichever of its words", () => {
  assert.deepEqual(linked("A **cons string**, or **rope**; a **rope** and a **Batch**."), [
    "cons string → rope",
    "Batch → batch"
  ]);
});

test("bold words that are no terms, headings, links and code stay as they are", () => {
  assert.deepEqual(linked("## A **rope**\n\n[a **rope**](/x), **on the JVM**, **`rope`**, **a rope**"), []);
});

test("a link ends where it ends: a term after it is found", () => {
  assert.deepEqual(linked("[x](/y) and a **rope**"), ["rope → rope"]);
});

test("the glossary does not link to itself", () => {
  assert.deepEqual(linked("a **rope**", "/reference/glossary"), []);
});

test("a term that does not exist is refused, and the nearest is named", () => {
  assert.throws(
    () => directives(new MarkdownIt()).render("A {{term roep}}."),
    ({message, hint}: {message: string; hint: string[]}) =>
      /no term of the glossary is called roep/.test(message) && /rope/.test(hint.join())
  );
});
