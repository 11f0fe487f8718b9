import {formatInterval, formatRate, formatRatio, intervalDecimals, intervalDigits} from "./units.js";
import type {RunClaim} from "./verdict.js";

export type Interval = readonly [low: number, high: number];

/** What a claim measures: times of two variants, of two sizes, or operations per second. */
export type Measure = "ratio" | "growth" | "rate";

export function measureOf(claim: RunClaim): Measure {
  if ("ratio" in claim) return "ratio";
  return "growth" in claim ? "growth" : "rate";
}

/** What was measured, as short as a table needs it: "1.42× (1.38 to 1.47)", "25.0 million/s (24.1 to 26.0)". */
export function figureText(measure: Measure, value: number, interval: Interval): string {
  if (measure === "rate") {
    const [rate = "", ...ends] = [value, ...interval].map((each) => formatRate(each, intervalDigits(interval)));
    return rateText(rate, ends);
  }
  return `${formatRatio(value, intervalDecimals(interval))} (${formatInterval(interval)})`;
}

/** The unit is said once if it is the same for all. */
function rateText(rate: string, ends: readonly string[]): string {
  const unit = /\D+$/.exec(rate)![0];
  const shared = ends.every((end) => /\D+$/.exec(end)![0] === unit);
  const shown = shared ? ends.map((end) => end.slice(0, -unit.length)) : ends;
  return `${rate} (${shown.join(" to ")})`;
}
