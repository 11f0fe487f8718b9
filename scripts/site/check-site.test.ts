import assert from "node:assert/strict";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {ReaderError} from "../errors.js";
import {checkSite} from "./check-site.js";

const out = await mkdtemp(join(tmpdir(), "hotpath-check-"));
after(() => rm(out, {recursive: true, force: true}));

await mkdir(join(out, "lessons"));
await writeFile(join(out, "index.html"), '<h1 id="top">Home</h1>');
await writeFile(join(out, "style.css"), "");

async function faultsOf(html: string): Promise<readonly string[]> {
  await writeFile(join(out, "lessons", "a.html"), html);
  try {
    await checkSite(out, ["index.html", "lessons/a.html"]);
    return [];
  } catch (error) {
    assert.ok(error instanceof ReaderError, String(error));
    return error.hint;
  }
}

for (const html of [
  '<a href="../index.html">home</a>',
  '<a href="../index.html#top">top</a>',
  '<a href="../index.html?show=all&amp;by=name#top">a filter</a>',
  '<p id="an anchor"></p><a href="#an%20anchor">here</a>',
  '<link rel="stylesheet" href="../style.css">',
  '<a href="https://example.org/a#b">elsewhere</a> <a href="mailto:a@example.org">mail</a>',
  '<script type="module">const text = `<a href="gone.html">`;</script>'
]) {
  test(`nothing is wrong with ${html}`, async () => assert.deepEqual(await faultsOf(html), []));
}

for (const [html, fault] of [
  ['<a href="b.html">', "lessons/a.html: dead link: b.html"],
  ['<a class="x" href="../../secret.html">', "lessons/a.html: dead link: ../../secret.html"],
  ['<a href="../index.html#bottom">', "lessons/a.html: no such place: ../index.html#bottom"],
  ['<a href="#gone">', "lessons/a.html: no such place: #gone"],
  ['<img src="gone.png">', "lessons/a.html: dead link: gone.png"],
  ['<script src="//example.org/a.js"></script>', "lessons/a.html: loads from another host: //example.org/a.js"],
  ['<link href="https://example.org/a.css">', "lessons/a.html: loads from another host: https://example.org/a.css"],
  ['<div class="observablehq--error">SyntaxError: x</div>', "lessons/a.html: a cell is broken: SyntaxError: x"]
] as const) {
  test(`the build stops at ${html}`, async () => assert.ok((await faultsOf(html)).includes(fault)));
}
