import {holdAgainst} from "../hold-against.js";
import type {Range} from "../lab.js";
import {formatInterval, formatRate, formatRatio, intervalDecimals} from "../units.js";
import type {QuestionKind} from "./question.js";

/** What one environment has measured of what a question asks. */
export interface Truth {
  /** "Node 24 on your machine". */
  readonly environment: string;
  /** A ratio or a growth without unit, or operations a second. */
  readonly ratio: number;
  readonly interval: readonly [low: number, high: number];
}

/**
 * The truth that a guess is judged by: the first whose interval decides it. If none does, the first there is.
 *
 * @param truths in the order in which they are quoted: the reader's own machine in front
 */
export function decidingTruth(range: Range, truths: readonly Truth[]): Truth | null {
  return truths.find(({interval}) => holdAgainst(range, interval) !== "undecided") ?? truths[0] ?? null;
}

/** "takes 4.27× the time (3.50 to 5.20)", "830 million/s (792 million/s to 869 million/s)". */
export function truthText(kind: QuestionKind, {ratio, interval}: Truth): string {
  if (kind === "rate") return `${formatRate(ratio)} (${interval.map((end) => formatRate(end)).join(" to ")})`;
  const figure = `${formatRatio(ratio, intervalDecimals(interval))} ${kind === "growth" ? "as long" : "the time"}`;
  return `takes ${figure} (${formatInterval(interval)})`;
}
