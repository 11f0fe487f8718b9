import {FLAME_STYLE} from "./flame-colors.js";
import {type FlamePicture, PICTURE_WIDTH, type PictureBox} from "./flame-picture.js";
import {xmlText} from "./xml-text.js";

/** Where the root of the stacks is drawn: py-spy's icicles hang from the top, async-profiler's flames rise. */
export type RootAt = "top" | "bottom";

const ROW = 17;
const LINE = 16;
const SWATCH = 12;
const CHARACTER = 6.62;
const PADDING = 3;

/** A flame graph as one SVG file: it needs no script, no font and no network, and every box has a title. */
export function flameSvg(picture: FlamePicture, rootAt: RootAt = "top"): string {
  const {heading, lines, legend, boxes, depth} = picture;
  const top = 24 + lines.length * LINE + (legend.length > 0 ? LINE + 8 : 8);
  const height = top + Math.max(1, depth) * ROW + 4;
  const y = (box: PictureBox) => top + (rootAt === "top" ? box.depth : depth - 1 - box.depth) * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flame" role="img" viewBox="0 0 ${PICTURE_WIDTH} ${height}" width="${PICTURE_WIDTH}" height="${height}">`,
    `<title>${xmlText(heading)}</title>`,
    `<desc>${xmlText(lines.join(" "), 2000)}</desc>`,
    `<style>${FLAME_STYLE}</style>`,
    `<rect class="ground" width="100%" height="100%"/>`,
    `<text class="heading" x="4" y="18">${xmlText(heading, 150)}</text>`,
    ...lines.map((line, index) => `<text x="4" y="${34 + index * LINE}">${xmlText(line, 180)}</text>`),
    ...legendSvg(legend, 26 + lines.length * LINE),
    ...boxes.map((box) => boxSvg(box, y(box))),
    "</svg>\n"
  ].join("\n");
}

function boxSvg(box: PictureBox, y: number): string {
  const x = box.x * PICTURE_WIDTH;
  const width = box.width * PICTURE_WIDTH;
  const label = labelFor(box.label, width - 2 * PADDING);
  const text = label === "" ? "" : `<text x="${short(x + PADDING)}" y="${y + 12}">${xmlText(label)}</text>`;
  const rect = `<rect class="${box.look}" x="${short(x)}" y="${y}" width="${short(width)}" height="${ROW - 1}"/>`;
  return `<g><title>${xmlText(box.title, 600)}</title>${rect}${text}</g>`;
}

/** As much of a name as fits, or nothing: two letters help nobody. */
function labelFor(name: string, width: number): string {
  const room = Math.floor(width / CHARACTER);
  if (room < 3) return "";
  let used = 0;
  let kept = "";
  for (const character of name.slice(0, room + 1)) {
    used += character.codePointAt(0)! >= 0x1100 ? 2 : 1;
    if (used > room) return `${kept.slice(0, -1)}…`;
    kept += character;
  }
  return kept;
}

function legendSvg(legend: FlamePicture["legend"], y: number): string[] {
  let x = 4;
  return legend.map(({look, text}) => {
    const swatch = `<rect class="${look}" x="${short(x)}" y="${y}" width="${SWATCH}" height="${SWATCH}"/>`;
    x += SWATCH + 4;
    const label = `<text x="${short(x)}" y="${y + 10}">${xmlText(text)}</text>`;
    if (text === "") return swatch;
    x += text.length * CHARACTER + 14;
    return swatch + label;
  });
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
