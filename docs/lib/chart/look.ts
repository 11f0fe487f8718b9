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
