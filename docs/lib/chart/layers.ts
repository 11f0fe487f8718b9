import {COLORS, DASHES, SYMBOLS} from "./look.js";
import type {Chart, ChartEnvironment} from "./model.js";

/** The environment of a run that was made in the page. */
export const THIS_PAGE: ChartEnvironment = {label: "this page", look: "page"};

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

/**
 * The layers of a chart, in their order. Ratios of all environments fit in one drawing; of times over size, only
 * the first environment is on at the start.
 */
export function layersOf({kind, environments}: Chart): Layer[] {
  return environments.map(({label, look}, index) => {
    const key = layerKey(index);
    if (kind === "ratio") return {key, label, path: SYMBOLS[look], color: COLORS[look], on: true};
    const dash = DASHES[index % DASHES.length]!;
    return {key, label, path: "M-12 0H12", color: "var(--theme-foreground)", dash, on: index === 0};
  });
}

/** The name of a group of marks: drawn, it becomes a class of the group, by which a page finds it. */
export function markName(index: number, marks: string): string {
  return `${layerKey(index)}_${marks}`;
}

function layerKey(index: number): string {
  return `environment_${index}`;
}
