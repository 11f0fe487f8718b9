import assert from "node:assert/strict";
import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {releaseFonts} from "./release-fonts.js";

let out: string;
before(async () => {
  out = await mkdtemp(join(tmpdir(), "hotpath-fonts-"));
});
after(() => rm(out, {recursive: true, force: true}));

const data = Buffer.from("a font").toString("base64");
const css = `@font-face{font-family:"A";font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}\n@font-face{font-family:"A fallback";src:local("Arial")}\n`;
const page = (up: string) => `<head>\n<link rel="stylesheet" href="${up}_file/fonts.12345678.css">\n</head>`;

test("a font becomes a file that every page asks for before its style sheet, wherever the page is", async () => {
  await mkdir(join(out, "_file"));
  await mkdir(join(out, "lessons"));
  await writeFile(join(out, "_file/fonts.12345678.css"), css);
  await writeFile(join(out, "index.html"), page("./"));
  await writeFile(join(out, "lessons/a.html"), page("../"));
  await releaseFonts(out, ["index.html", "lessons/a.html"]);
  const sheet = await readFile(join(out, "_file/fonts.12345678.css"), "utf8");
  const [, name] = /font-display:optional;src:url\((font\.[0-9a-f]{8}\.woff2)\) format/.exec(sheet)!;
  assert.match(sheet, /@font-face\{font-family:"A fallback";src:local\("Arial"\)\}/);
  assert.equal(await readFile(join(out, "_file", name!), "utf8"), "a font");
  for (const [path, up] of [
    ["index.html", "./"],
    ["lessons/a.html", "../"]
  ] as const) {
    const preload = `<link rel="preload" as="font" type="font/woff2" crossorigin href="${up}_file/${name}">`;
    const html = await readFile(join(out, path), "utf8");
    assert.ok(html.includes(`${preload}\n<link rel="stylesheet"`), html);
  }
});

test("a site without the style sheet of its fonts is not finished in silence", async () => {
  const empty = await mkdtemp(join(tmpdir(), "hotpath-fonts-"));
  await mkdir(join(empty, "_file"));
  await assert.rejects(releaseFonts(empty, []), /expected the style sheet of the fonts/);
  await rm(empty, {recursive: true});
});
