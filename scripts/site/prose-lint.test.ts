import assert from "node:assert/strict";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {ROOT} from "../store.js";
import {typedFigures} from "./prose-lint.js";

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
  ["```ts\nconst a = 1;\n```\nThen 5 ms.", "5 ms"]
] as const) {
  test(`a figure is found in ${JSON.stringify(page)}`, () => assert.deepEqual(figuresIn(page), [figure]));
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
  "Twice the time, five times, half a second."
]) {
  test(`no figure is found in ${JSON.stringify(page)}`, () => assert.deepEqual(figuresIn(page), []));
}

test("an excuse without a reason excuses nothing, and one on another line neither", () => {
  assert.deepEqual(figuresIn("It takes 5 ms. <!-- figures: -->"), ["5 ms"]);
  assert.deepEqual(figuresIn("It takes 5 ms.\n<!-- figures: a setting -->\n"), ["5 ms"]);
});

test("a figure is reported with its line, also after a fence of many lines", () => {
  const page = "# A page\n\n```ts\na\nb\n```\n\nIt takes\n5 ms and 3×.\n";
  assert.deepEqual(typedFigures(page), [
    {line: 9, figure: "5 ms"},
    {line: 9, figure: "3×"}
  ]);
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
  assert.deepEqual(found, [], "pull it from a result by a directive, or say on its line where it is from");
});
