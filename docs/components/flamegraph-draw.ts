import {FLAME_STYLE} from "../lib/profile/flame-colors.js";
import type {PictureBox} from "../lib/profile/flame-picture.js";
import type {BoxShape, FlameShapes, Label, Rectangle} from "../lib/profile/flame-shapes.js";

const SVG = "http://www.w3.org/2000/svg";

const LIVE_STYLE = `
.flame .box{cursor:pointer}
.flame .box.missed{opacity:.35}
.flame .box.current rect{stroke:currentColor;stroke-width:2}`;

/** A drawing, and which of its groups stands for which box. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly groups: ReadonlyMap<PictureBox, SVGGElement>;
}

/** Draws a flame graph that can be marked in. Texts become text, never markup. */
export function drawFlame(shapes: FlameShapes): Drawing {
  const {width, height} = shapes;
  const svg = make("svg", {class: "flame", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true"});
  const style = make("style", {});
  style.textContent = FLAME_STYLE + LIVE_STYLE;
  const groups = new Map(shapes.boxes.map((shape) => [shape.box, boxGroup(shape)]));
  svg.append(
    style,
    make("rect", {class: "ground", width: "100%", height: "100%"}),
    textOf(shapes.heading, "heading"),
    ...[...shapes.lines, ...shapes.legend].map((label) => textOf(label)),
    ...shapes.swatches.map(rectangleOf),
    ...groups.values()
  );
  return {svg, groups};
}

function boxGroup({box, rectangle, label}: BoxShape): SVGGElement {
  const group = make("g", {class: "box"});
  const title = make("title", {});
  title.textContent = box.title;
  group.append(title, rectangleOf(rectangle), ...(label === null ? [] : [textOf(label)]));
  return group;
}

function rectangleOf({look, x, y, width, height}: Rectangle): SVGRectElement {
  return make("rect", {class: look, x, y, width, height});
}

function textOf({text, x, y}: Label, look?: string): SVGTextElement {
  const made = make("text", {x, y, ...(look !== undefined && {class: look})});
  made.textContent = text;
  return made;
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
