import {formatInterval, formatRate, formatRatio, intervalDecimals} from "./units.js";
import type {RunClaim} from "./verdict.js";

export type Interval = readonly [low: number, high: number];

/** What a claim measures: times of two variants, of two sizes, or operations per second. */
export type Measure = "ratio" | "growth" | "rate";

export function measureOf(claim: RunClaim): Measure {
  if ("ratio" in claim) return "ratio";
  return "growth" in claim ? "growth" : "rate";
}

/** What was measured, as short as a table needs it: "1.42× (1.38 to 1.47)", "25 million/s (24.1 million/s to …)". */
export function figureText(measure: Measure, value: number, interval: Interval): string {
  if (measure === "rate") return `${formatRate(value)} (${interval.map(formatRate).join(" to ")})`;
  return `${formatRatio(value, intervalDecimals(interval))} (${formatInterval(interval)})`;
}
