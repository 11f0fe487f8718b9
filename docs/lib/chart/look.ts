import type {Look} from "./model.js";

/** Colours are CSS variables, so that one drawing serves light, dark and print; shapes tell the looks apart without colour. */
export const COLORS: Record<Look, string> = {
  "reference-1": "var(--mark-reference-1)",
  "reference-2": "var(--mark-reference-2)",
  "reference-3": "var(--mark-reference-3)",
  "reference-4": "var(--mark-reference-4)",
  "local-1": "var(--mark-local-1)",
  "local-2": "var(--mark-local-2)",
  page: "var(--mark-page)"
};

export const SHAPES: Record<Look, string> = {
  "reference-1": "circle",
  "reference-2": "square",
  "reference-3": "diamond",
  "reference-4": "cross",
  "local-1": "triangle-up",
  "local-2": "triangle-right",
  page: "triangle-down"
};

/** The shapes as SVG paths around the origin, about nine pixels across: for legends outside of a drawing. */
export const SYMBOLS: Record<Look, string> = {
  "reference-1": "M4.2 0A4.2 4.2 0 1 1-4.2 0A4.2 4.2 0 1 1 4.2 0Z",
  "reference-2": "M-3.7-3.7H3.7V3.7H-3.7Z",
  "reference-3": "M0-5.2L3.6 0L0 5.2L-3.6 0Z",
  "reference-4": "M-1.6-4.8H1.6V-1.6H4.8V1.6H1.6V4.8H-1.6V1.6H-4.8V-1.6H-1.6Z",
  "local-1": "M0-4.6L5.2 4.4H-5.2Z",
  "local-2": "M4.6 0L-4.4 5.2V-5.2Z",
  page: "M0 4.6L-5.2-4.4H5.2Z"
};

/** Dashes of lines, by the order of the environments. */
export const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [10, 3, 2, 3], [4, 2, 4, 6], [14, 4]];

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
const font = "Inter Variable, system-ui, sans-serif";

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
