import {FLAME_STYLE} from "./flame-colors.js";
import type {FlamePicture} from "./flame-picture.js";
import {type BoxShape, flameShapes, type Label, type Rectangle, type RootAt} from "./flame-shapes.js";
import {xmlText} from "./xml-text.js";

export type {RootAt} from "./flame-shapes.js";

/**
 * A flame graph as one SVG file: it needs no script, no font and no network, and every box has a title.
 *
 * @param style left out, the file brings the style sheet that a page has once for all its graphs
 */
export function flameSvg(picture: FlamePicture, rootAt: RootAt = "top", style = FLAME_STYLE): string {
  const {width, height, heading, lines, swatches, legend, boxes} = flameShapes(picture, rootAt);
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flame" role="img" ${size}>`,
    `<title>${xmlText(heading.text)}</title>`,
    `<desc>${xmlText(picture.lines.join(" "), 2000)}</desc>`,
    ...(style === "" ? [] : [`<style>${style}</style>`]),
    `<rect class="ground" width="100%" height="100%"/>`,
    labelSvg(heading, "heading"),
    ...[...lines, ...legend].map((label) => labelSvg(label)),
    ...swatches.map(rectangleSvg),
    ...boxes.map(boxSvg),
    "</svg>\n"
  ].join("\n");
}

function boxSvg({box, rectangle, label}: BoxShape): string {
  const text = label === null ? "" : labelSvg(label);
  return `<g><title>${xmlText(box.title, 600)}</title>${rectangleSvg(rectangle)}${text}</g>`;
}

function rectangleSvg({look, x, y, width, height}: Rectangle): string {
  return `<rect class="${look}" x="${short(x)}" y="${y}" width="${short(width)}" height="${height}"/>`;
}

function labelSvg({text, x, y}: Label, look?: string): string {
  const name = look === undefined ? "" : ` class="${look}"`;
  return `<text${name} x="${short(x)}" y="${y}">${xmlText(text, 180)}</text>`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
