import {createRequire} from "node:module";
import {type Font, openSync} from "fontkit";

const FILE = "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
const widths = new Map<string, number>();
let font: Font | undefined;

/** Width of a text in the font that the site ships, in CSS pixels: what a browser would say without asking one. */
export function textWidth(text: string, fontSize: number): number {
  let em = widths.get(text);
  if (em === undefined) {
    font ??= openSync(createRequire(import.meta.url).resolve(FILE));
    em = font.layout(text).advanceWidth / font.unitsPerEm;
    widths.set(text, em);
  }
  return em * fontSize;
}
