import assert from "node:assert/strict";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {ROOT} from "../../store.js";
import {typedFigures} from "./typed-figures.js";

const figuresIn = (page: string) => typedFigures(page).map(({figure}) => figure);

for (const [page, figure] of [
  ["It takes 5 ms.", "5 ms"],
  ["It takes 1.4× the time.", "1.4×"],
  ["It is 2x slower.", "2x"],
  ["A 10-fold gain.", "10-fold"],
  ["It takes 10–100 times that.", "100 times"],
  ["About 1,200 ns each.", "1,200 ns"],
  ["About 12\u00a0µs each.", "12 µs"],
  ["About 12 μs each.", "12 μs"],
  ["It holds 64 kB.", "64 kB"],
  ["It holds 16 bytes.", "16 bytes"],
  ["It saves 30 per cent.", "30 per cent"],
  ["It saves **30** %.", "30** %"],
  ["It saves 30%.", "30%"],
  ["A line that ends in 20\n   seconds.", "20 seconds"],
  ["---\ntitle: Saves 30 %\n---\n", "30 %"],
  ["| time |\n|---|\n| 5 ms |", "5 ms"],
  ["<p>5 ms</p>", "5 ms"],
  ["::: jvm\nA JIT needs 5 ms.\n:::", "5 ms"],
  ["[It takes 5 ms](https://example.org)", "5 ms"],
  ["```ts\nconst a = 1;\n```\nThen 5 ms.", "5 ms"],
  ["It is twice as fast.", "twice as fast"],
  ["It is ten times slower.", "ten times slower"],
  ["It takes half the time.", "half the time"],
  ["It takes a third of the time.", "a third of the time"],
  ["It takes 2/3 of the time.", "2/3 of the time"],
  ["A tenfold gain.", "tenfold"],
  ["A 5 fold gain.", "5 fold"],
  ["Slower by a factor of 3.", "factor of 3"],
  ["Slower by a factor of about four.", "factor of about four"],
  ["It saves thirty per cent.", "thirty per cent"],
  ["It takes two and a half milliseconds.", "two and a half milliseconds"],
  ["A 5-millisecond pause.", "5-millisecond"],
  ["A pause of 3 sec.", "3 sec"],
  ["It takes 1.5e-3 s.", "1.5e-3 s"],
  ["It takes 10³ ns.", "10³ ns"],
  ["It takes 1\u202f200 ns.", "1 200 ns"],
  ["It takes 1½ hours.", "1½ hours"],
  ["It takes 5 million ns.", "5 million ns"],
  ["It costs 12 cycles.", "12 cycles"],
  ["It makes 50 million simple operations per second.", "50 million simple operations per second"],
  ["It makes 7 Mops/s.", "7 Mops/s"],
  ["Slower, ×6.2 in all.", "×6.2"],
  ["Slower, x6.2 in all.", "x6.2"],
  ["It is 3 x slower.", "3 x"],
  ["Three orders of magnitude.", "Three orders of magnitude"],
  ["It takes 5&nbsp;ms.", "5 ms"],
  ["It is 3&times; slower, and saves 30&#37;.", "3×"],
  ["It takes `5` ms.", "5` ms"],
  ["It takes <b>5</b> ms.", "5 ms"],
  ["It takes [5](https://example.org) ms.", "5 ms"],
  ["> It takes 5\n> ms.", "5 > ms"],
  ["![It takes 5 ms](a.png)", "5 ms"],
  ['<img src="a.png" alt="It takes 5 ms">', "5 ms"],
  ['[It](https://example.org "takes 5 ms")', "5 ms"],
  ["| variant | time, ms |\n|---|---|\n| join | 5 |", "5"],
  ["| variant | a | b |\n|---|--:|--:|\n| bytes | 64 | |", "64"],
  ["| variant | time | |\n|---|---|---|\n| join | 5 | ms |", "5 | ms"]
] as const) {
  test(`a figure is found in ${JSON.stringify(page)}`, () => assert.equal(figuresIn(page)[0], figure));
}

for (const page of [
  "Call `f` with 320 numbers.",
  "In the 1990s, and in 2020s style.",
  "It takes {{ratio strings join at 10000}} the time.",
  "```predict\n5 ms or 2×?\n```\n",
  "~~~text\n5 ms\n~~~\n",
  "````md\n```chart\n5 ms\n```\n````\n",
  "The option `--budget 5 s` and ``a ` 5 ms``.",
  "See [the source](https://example.org/5ms?a=5%20ms).",
  "See <https://example.org/5%>.",
  '<img src="a.png" alt="" style="width: 50%">',
  "A processor of 2.8 GHz, Node 24.21.0, an int32, x64 and ES2022.",
  'It says "10–50 times". <!-- figures: quoted from the article -->',
  "Call it five times, wait half a second, or try twice as many.",
  "An x64 machine, an int32, a 2-core one, and step 3 - times vary.",
  "| version | cores |\n|---|---|\n| 24.1 | 2 |",
  "Several times as long, and many times slower.",
  "Samples are taken a thousand times, in two thirds of all processes.",
  "The first of three parts, and half of what is left."
]) {
  test(`no figure is found in ${JSON.stringify(page)}`, () => assert.deepEqual(figuresIn(page), []));
}

test("an excuse without a reason excuses nothing, and one on another line neither", () => {
  assert.deepEqual(figuresIn("It takes 5 ms. <!-- figures: -->"), ["5 ms"]);
  assert.deepEqual(figuresIn("It takes 5 ms.\n<!-- figures: a setting -->\n"), ["5 ms"]);
});

test("an excuse is for the sentence that it ends, and for no other of the paragraph", () => {
  const page = "It takes 5 ms. It waits 1.5 s. <!-- figures: a setting --> Then 7 ms.";
  assert.deepEqual(figuresIn(page), ["5 ms", "7 ms"]);
});

test("a figure is reported with its line, also after a fence of many lines", () => {
  const page = "# A page\n\n```ts\na\nb\n```\n\nIt takes\n5 ms and 3×.\n";
  assert.deepEqual(typedFigures(page), [
    {line: 9, figure: "5 ms"},
    {line: 9, figure: "3×"}
  ]);
});

test("a figure of several forms is reported once", () => {
  assert.deepEqual(figuresIn("It is 10 times faster, at 5 ms per call."), ["10 times faster", "5 ms"]);
});

test("no page of the site has a measured figure typed into its prose", async () => {
  const docs = join(ROOT, "docs");
  const files = await readdir(docs, {recursive: true});
  const pages = files.filter((file) => file.endsWith(".md") && !file.startsWith(".observablehq"));
  assert.ok(pages.length > 5, pages.join());
  const found: string[] = [];
  for (const page of pages) {
    const figures = typedFigures(await readFile(join(docs, page), "utf8"));
    found.push(...figures.map(({line, figure}) => `docs/${page}:${line}: ${figure}`));
  }
  assert.deepEqual(found, [], "pull it from a result by a directive, or say in its sentence where it is from");
});

test("no text of the concept map, the glossary or the table of bottlenecks has one either", async () => {
  for (const name of ["concepts", "glossary", "bottlenecks"]) {
    const found = textsOf(JSON.parse(await readFile(join(ROOT, "data", `${name}.json`), "utf8"))).flatMap(typedFigures);
    assert.deepEqual(found, [], name);
  }
});

/** All texts in a value but what is run and where it was read. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    ["expression", "sources", "number"].includes(key) ? [] : textsOf(one)
  );
}
