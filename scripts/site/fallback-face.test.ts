import assert from "node:assert/strict";
import {createRequire} from "node:module";
import {test} from "node:test";
import {openSync} from "fontkit";
import {fallbackFaces} from "./fallback-face.js";
import {ARIAL, COURIER} from "./system-fonts.js";

const {resolve} = createRequire(import.meta.url);
const inter = openSync(resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"));
const mono = openSync(resolve("@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2"));
const regular = {font: inter, bolder: 1};
const figureOf = (faces: string, name: string) => Number(new RegExp(`${name}:([\\d.]+)%`).exec(faces)?.[1]);

test("a font of one width stands in for another of the same width as it is", () => {
  const faces = fallbackFaces("Mono", {font: mono, bolder: 1}, COURIER);
  assert.equal(figureOf(faces, "size-adjust"), 100);
  assert.match(faces, /src:local\("Courier New"\),local\("Liberation Mono"\)/);
});

test("a line is as high as one of the font that is to come", () => {
  const faces = fallbackFaces("Inter", regular, ARIAL);
  const {ascent, descent, lineGap, unitsPerEm} = inter;
  const parts = ["ascent", "descent", "line-gap"].map((part) => figureOf(faces, `${part}-override`));
  const height = (parts.reduce((sum, part) => sum + part, 0) / 100) * (figureOf(faces, "size-adjust") / 100);
  assert.ok(Math.abs(height - (ascent - descent + lineGap) / unitsPerEm) < 0.001, `${height}`);
});

test("letters that are known to be narrower are enlarged until they are as wide", () => {
  const faces = fallbackFaces("Inter", regular, ARIAL);
  const narrow = {...ARIAL, advanceOf: (character: string) => ARIAL.advanceOf(character) / 2};
  assert.ok(figureOf(faces, "size-adjust") > 100);
  const doubled = figureOf(fallbackFaces("Inter", regular, narrow), "size-adjust");
  assert.ok(Math.abs(doubled - 2 * figureOf(faces, "size-adjust")) < 0.02, `${doubled}`);
});

test("what is bold is widened by what both fonts add to their bold", () => {
  const [light, bold] = fallbackFaces("Inter", {font: inter, bolder: 1.1}, {...ARIAL, boldAdvanceOf: ARIAL.advanceOf})
    .trim()
    .split("\n")
    .map((face) => figureOf(face, "size-adjust"));
  assert.ok(Math.abs(bold! / light! - 1.1) < 0.001, `${bold} ${light}`);
});
