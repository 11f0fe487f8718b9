import {formatCount, formatInterval, formatNs, formatQuantity, formatRatio, intervalDecimals} from "../units.js";
import {verdictWords} from "../verdict-words.js";
import type {Chart, RatioRow, TimeRow} from "./model.js";
import type {WarmupRow} from "./warmup-chart.js";

/** What a chart shows, as a heading: "Time for 10,000 pieces, relative to +=". */
export function chartTitle(chart: Chart): string {
  if (chart.kind === "warmup")
    return `Time of each call at ${formatQuantity(chart.size, chart.unit)}, from the first on`;
  if (chart.kind === "times") return `Time for one ${chart.unit} at each size`;
  return `Time for ${formatQuantity(chart.size, chart.unit)}, relative to ${chart.baseline.title}`;
}

/** What a tooltip, a table and a screen reader say of one comparison. */
export interface RatioWords {
  readonly ratioText: string;
  readonly interval: string;
  readonly verdict: string;
  /** Of one iteration of the variant. */
  readonly time: string;
  /** All of it: "join, Node 24 on epyc-2: 1.42× (1.38 to 1.47), slower". */
  readonly sentence: string;
}

/** Puts one comparison into words. */
export function ratioWords(row: RatioRow): RatioWords {
  const {variant, environment, ratio, low, high, ns} = row;
  const ratioText = formatRatio(ratio, intervalDecimals([low, high]));
  const interval = formatInterval([low, high]);
  const verdict = verdictWords(row);
  const sentence = `${variant}, ${environment}: ${ratioText} (${interval}), ${verdict}`;
  return {ratioText, interval, verdict, time: formatNs(ns), sentence};
}

/** Puts one process into words: "Node 24 on epyc-2, process 3: warm-up, 14.7 µs after 207 calls". */
export function warmupWords({environment, process, class: name, steadyNs, callsBefore}: WarmupRow) {
  const time = steadyNs === null ? "–" : formatNs(steadyNs);
  const at = callsBefore === null ? "–" : formatCount(callsBefore);
  const steady = steadyNs === null ? "" : `, ${time} after ${at} calls`;
  return {time, at, sentence: `${environment}, process ${process}: ${name}${steady}`};
}

/** Puts one time into words: "+=, Node 24 on epyc-2: 8.2 ns at 1,000 pieces". */
export function timeWords({variant, environment, size, ns}: TimeRow, unit: string) {
  const [time, at] = [formatNs(ns), formatQuantity(size, unit)];
  return {time, at, sentence: `${variant}, ${environment}: ${time} at ${at}`};
}
