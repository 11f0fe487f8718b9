import {CROSS, DART, DIAMOND, HOURGLASS, type Polygon, pathOf, SQUARE, STAR, TRIANGLE, turned} from "./marks.js";
import type {Look} from "./model.js";

/** How the marks of an environment are painted. */
export interface Paint {
  /** A CSS variable, so that one drawing serves light, dark and print. */
  readonly color: string;
  /** The name of a shape that Vega knows, or the path of one, from -1 to 1. Shapes tell looks apart without colour. */
  readonly shape: string;
  /** The same as an SVG path around the origin, about nine pixels across: for legends outside of a drawing. */
  readonly path: string;
}

/** Half the width of a mark in a legend, in pixels. */
const RADIUS = 3.9;

const CIRCLE = {shape: "circle", path: "M4.2 0A4.2 4.2 0 1 1-4.2 0A4.2 4.2 0 1 1 4.2 0Z"};
const drawn = (corners: Polygon) => ({shape: pathOf(corners, 1), path: pathOf(corners, RADIUS)});

/** More shapes than colours: the second round of shapes has other colours than the first. */
const PAINTS = {
  reference: {
    colors: 8,
    shapes: [
      CIRCLE,
      ...[SQUARE, DIAMOND, CROSS, STAR, turned(HOURGLASS, 90), turned(CROSS, 45), DART, turned(DART, 180)].map(drawn)
    ]
  },
  local: {colors: 4, shapes: [TRIANGLE, turned(TRIANGLE, 90), turned(TRIANGLE, 270), HOURGLASS, STAR].map(drawn)}
};

/** What a look looks like. */
export function paintOf(look: Look): Paint {
  if (look === "page") return {color: "var(--mark-page)", ...drawn(turned(TRIANGLE, 180))};
  const [whose, number] = look.split("-") as ["reference" | "local", string];
  const {colors, shapes} = PAINTS[whose];
  const index = Number(number) - 1;
  return {color: `var(--mark-${whose}-${(index % colors) + 1})`, ...shapes[index % shapes.length]!};
}

/** Dashes of lines, by the order of the environments. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [7, 3],
  [2, 3],
  [10, 3, 2, 3],
  [4, 2, 4, 6],
  [14, 4],
  [1, 5],
  [12, 3, 2, 3, 2, 3],
  [20, 3],
  [4, 4],
  [2, 2, 8, 2],
  [1, 2, 1, 6]
];

/** Colours and shapes of lines, by the order of the variants. */
export const LINE_COLORS = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `var(--line-${index})`);
export const LINE_SHAPES = [
  "circle",
  "square",
  "diamond",
  "triangle-up",
  "cross",
  "triangle-down",
  "triangle-right",
  "triangle-left"
];

const text = "var(--theme-foreground)";
const quiet = "var(--theme-foreground-muted)";
const hairline = "var(--rule)";
const font = "Inter Variable, Inter as Arial, Inter as Roboto, Inter as DejaVu, system-ui, sans-serif";

/** What all charts share. */
export const CONFIG = {
  font,
  background: "transparent",
  view: {stroke: null},
  axis: {
    domain: false,
    ticks: false,
    gridColor: hairline,
    labelColor: quiet,
    titleColor: quiet,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 400,
    labelPadding: 8
  },
  axisY: {labelColor: text, labelFontSize: 13, labelLimit: 240},
  legend: {
    orient: "top",
    title: null,
    labelColor: text,
    labelFontSize: 12,
    symbolStrokeWidth: 1.5,
    symbolOpacity: 1,
    symbolSize: 70,
    columnPadding: 18,
    labelLimit: 320,
    padding: 0,
    offset: 10
  }
} as const;

const CHARACTER = 6.4;
const SYMBOL = 36;
const LEGEND_WIDTH = 540;

/** How many labels stand side by side in a legend, by a careful guess of their widths in pixels. */
export function legendColumns(labels: readonly string[]): number {
  const widest = Math.max(...labels.map((label) => label.length * CHARACTER + SYMBOL));
  return Math.max(1, Math.min(labels.length, Math.floor(LEGEND_WIDTH / widest)));
}
