import {median} from "../stats/median.js";
import {changePoints} from "./change-points.js";
import {outliers} from "./outliers.js";

/** Calls in a row that take about the same time. */
export interface Segment {
  /** Index of its first point, and of the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** Median of the logarithms of its times, outliers left out. */
  readonly level: number;
  /** Robust spread of them: 1.4826 times the median absolute deviation. */
  readonly spread: number;
}

/** Levels that differ by less are the same: five per cent. */
const SAME = Math.log(1.05);

/**
 * Whether two segments lie on the same level: they differ by less than five per cent, or by less than the spread of the
 * calmer one.
 */
export function isSameLevel(a: Segment, b: Segment): boolean {
  return Math.abs(a.level - b.level) <= Math.max(SAME, Math.min(a.spread, b.spread));
}

/**
 * The segments of a curve: change points of what is left without outliers, then neighbours on the same level joined.
 *
 * @param ns nanoseconds for a call, one value a point, in order of time
 */
export function segmentsOf(ns: readonly number[]): Segment[] {
  const logs = ns.map(Math.log);
  const out = outliers(logs);
  const kept = logs.flatMap((_, index) => (out[index]! ? [] : index));
  const starts = changePoints(kept.map((index) => logs[index]!)).map((change) => kept[change]!);
  const bounds = [0, ...starts, ns.length];
  const segment = (from: number, to: number): Segment => {
    const values = kept.flatMap((index) => (index >= from && index < to ? logs[index]! : []));
    const level = median(values);
    return {from, to, level, spread: 1.4826 * median(values.map((value) => Math.abs(value - level)))};
  };
  const joined: Segment[] = [];
  for (let index = 1; index < bounds.length; index++) {
    const next = segment(bounds[index - 1]!, bounds[index]!);
    const last = joined.at(-1);
    if (last !== undefined && isSameLevel(last, next)) joined[joined.length - 1] = segment(last.from, next.to);
    else joined.push(next);
  }
  return joined;
}
