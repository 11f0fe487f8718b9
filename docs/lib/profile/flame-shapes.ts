import type {FlamePicture, PictureBox} from "./flame-picture.js";

/** Where the root of the stacks is drawn: py-spy's icicles hang from the top, async-profiler's flames rise. */
export type RootAt = "top" | "bottom";

const ROW = 17;
const LINE = 16;
const SWATCH = 12;
const CHARACTER = 6.62;
const PADDING = 3;

/** A rectangle of a drawing, in pixels, with a class for its colour. */
export interface Rectangle {
  readonly look: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text of a drawing; its place is that of the base line. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A box of a flame graph with what is written in it, if anything fits. */
export interface BoxShape {
  readonly box: PictureBox;
  readonly rectangle: Rectangle;
  readonly label: Label | null;
}

/** All that is drawn, whatever it is drawn with. */
export interface FlameShapes {
  readonly width: number;
  readonly height: number;
  readonly heading: Label;
  readonly lines: readonly Label[];
  readonly swatches: readonly Rectangle[];
  readonly legend: readonly Label[];
  readonly boxes: readonly BoxShape[];
}

/** Puts a flame graph in its place, pixel by pixel. */
export function flameShapes({heading, lines, legend, boxes, depth, width}: FlamePicture, rootAt: RootAt): FlameShapes {
  const legendTop = 26 + lines.length * LINE;
  const {swatches, labels, rows} = legendShapes(legend, legendTop, width);
  const top = legendTop + rows * LINE + 6;
  const rowTop = (row: number) => top + (rootAt === "top" ? row : depth - 1 - row) * ROW;
  return {
    width,
    height: top + Math.max(1, depth) * ROW + 4,
    heading: {text: heading, x: 4, y: 18},
    lines: lines.map((text, index) => ({text, x: 4, y: 34 + index * LINE})),
    swatches,
    legend: labels,
    boxes: boxes.map((box) => boxShape(box, rowTop(box.depth), width))
  };
}

function boxShape(box: PictureBox, y: number, whole: number): BoxShape {
  const x = box.x * whole;
  const width = box.width * whole;
  const text = labelFor(box.label, width - 2 * PADDING);
  const label = text === "" ? null : {text, x: x + PADDING, y: y + 12};
  return {box, rectangle: {look: box.look, x, y, width, height: ROW - 1}, label};
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

/** Swatches with their texts, in as many rows as they need. Swatches without a text belong to the next that has one. */
function legendShapes(legend: FlamePicture["legend"], top: number, width: number) {
  const swatches: Rectangle[] = [];
  const labels: Label[] = [];
  let x = PADDING + 1;
  let y = top;
  for (const [index, {look, text}] of legend.entries()) {
    const startsGroup = index === 0 || legend[index - 1]!.text !== "";
    if (startsGroup && x > PADDING + 1 && x + groupWidth(legend, index) > width) {
      x = PADDING + 1;
      y += LINE;
    }
    swatches.push({look, x, y, width: SWATCH, height: SWATCH});
    x += SWATCH + 4;
    if (text === "") continue;
    labels.push({text, x, y: y + 10});
    x += text.length * CHARACTER + 14;
  }
  return {swatches, labels, rows: legend.length > 0 ? 1 + (y - top) / LINE : 0};
}

/** Of the swatches from here to the next text, with it. */
function groupWidth(legend: FlamePicture["legend"], from: number): number {
  const last = legend.findIndex(({text}, index) => index >= from && text !== "");
  return (last - from + 1) * (SWATCH + 4) + legend[last]!.text.length * CHARACTER;
}
