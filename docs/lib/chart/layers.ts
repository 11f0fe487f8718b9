import {DASHES, LINE_COLORS, paintOf} from "./look.js";
import type {Chart, ChartEnvironment} from "./model.js";

/** The environment of a run that was made in the page. It comes after all others. */
export const THIS_PAGE: ChartEnvironment = {label: "this page", look: "page", order: 1000, on: true};

/** One environment of a chart, as its legend shows it: a mark or a piece of line, and a label. */
export interface Layer {
  /** What the names of its marks begin with: see `markName`. */
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly color: string;
  /** Dashes of a line; absent for a filled mark. */
  readonly dash?: readonly number[];
  /** Whether the chart starts with it. */
  readonly on: boolean;
}

/** The layers of a chart, in their order. */
export function layersOf({kind, environments}: Chart): Layer[] {
  return environments.map(({label, look, order, on}) => {
    const key = layerKey(order);
    if (kind === "warmup")
      return {key, label, on, path: LINE.path, color: lineColor(order), dash: dashOf(Math.floor(order / 8))};
    if (kind === "times") return {key, label, on, ...LINE, dash: dashOf(order)};
    const {path, color} = paintOf(look);
    return {key, label, on, path, color};
  });
}

const LINE = {path: "M-12 0H12", color: "var(--theme-foreground)"};

/** The colour of the lines of an environment, where it is the environments that have colours. */
export function lineColor(order: number): string {
  return LINE_COLORS[order % LINE_COLORS.length]!;
}

/** The dashes of an environment's lines. */
export function dashOf(order: number): readonly number[] {
  return DASHES[order % DASHES.length]!;
}

/** The name of a group of marks: drawn, it becomes a class of the group, by which a page finds it. */
export function markName(order: number, marks: string): string {
  return `${layerKey(order)}_${marks}`;
}

/** What stands for an environment in the names of its marks, and in its switch. */
export function layerKey(order: number): string {
  return `environment_${order}`;
}
