import type {Verdict} from "../estimate.js";
import type {WarmupRow} from "./warmup-chart.js";

/** Which of the palette's looks an environment has: whose it is, and the how manieth of theirs, from 1. */
export type Look = `reference-${number}` | `local-${number}` | "page";

/** A variant as charts and files name it. */
export interface ChartVariant {
  readonly name: string;
  readonly title: string;
}

/** One comparison in one environment, ready to be drawn. Ratios have no unit. */
export interface RatioRow {
  /** Title of the variant. */
  readonly variant: string;
  /** Label of the environment. */
  readonly environment: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
  /** Whether the processes of either side fall into two groups. */
  readonly twoModes: boolean;
  /** Nanoseconds for one iteration of the variant, and of the baseline. */
  readonly ns: number;
  readonly baselineNs: number;
  /** One ratio a block. */
  readonly blocks: readonly number[];
}

/** An environment of a chart: a layer that a reader may switch. */
export interface ChartEnvironment {
  readonly label: string;
  readonly look: Look;
  /** Its place among all that the chart has; it keeps it where others are left out. */
  readonly order: number;
  /** Whether the chart starts with it. */
  readonly on: boolean;
}

interface AnyChart {
  readonly lab: string;
  /** What one operation is, in the singular. */
  readonly unit: string;
  readonly variants: readonly ChartVariant[];
  /** In the order of the layers. */
  readonly environments: readonly ChartEnvironment[];
}

/** Ratios to a baseline at one size. It carries all that the drawing needs, and travels to the page as JSON. */
export interface RatioChart extends AnyChart {
  readonly kind: "ratio";
  readonly size: number;
  readonly baseline: ChartVariant;
  readonly margin: number;
  readonly rows: readonly RatioRow[];
}

/** Time of one variant at one size, divided by the size: nanoseconds for one operation. */
export interface TimeRow {
  readonly variant: string;
  readonly environment: string;
  readonly size: number;
  readonly ns: number;
}

/** Time for one operation over size. */
export interface TimesChart extends AnyChart {
  readonly kind: "times";
  readonly rows: readonly TimeRow[];
}

/** Time of a call over its number, a line for each process. */
export interface WarmupChart extends AnyChart {
  readonly kind: "warmup";
  readonly size: number;
  readonly rows: readonly WarmupRow[];
}

export type Chart = RatioChart | TimesChart | WarmupChart;
