/** Which of the palette's looks an environment has: reference runtimes in order, the reader's own, this page. */
export type Look = "reference-1" | "reference-2" | "reference-3" | "reference-4" | "local-1" | "local-2" | "page";

/** One comparison in one environment, ready to be drawn. Ratios have no unit. */
export interface RatioRow {
  readonly variant: string;
  readonly environment: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** One ratio a block. */
  readonly blocks: readonly number[];
}

/** The environments of a chart, in the order of the legend. */
export interface ChartEnvironment {
  readonly label: string;
  readonly look: Look;
}

/** Ratios to a baseline at one size. It carries all that the drawing needs, and travels to the page as JSON. */
export interface RatioChart {
  readonly lab: string;
  readonly size: number;
  readonly baseline: string;
  /** Titles of the variants, from top to bottom. */
  readonly variants: readonly string[];
  readonly margin: number;
  readonly environments: readonly ChartEnvironment[];
  readonly rows: readonly RatioRow[];
}

/** Time of one variant at one size, divided by the size: nanoseconds for one operation. */
export interface TimeRow {
  readonly variant: string;
  readonly size: number;
  readonly ns: number;
}

/** Time for one operation over size, in one environment. */
export interface TimesChart {
  readonly lab: string;
  /** What one operation is, in the singular. */
  readonly unit: string;
  readonly environment: string;
  readonly variants: readonly string[];
  readonly rows: readonly TimeRow[];
}
