import {isSameLevel, type Segment, segmentsOf} from "./segments.js";

/** What became of the time of a call in one process. */
export type ProcessClass = "flat" | "warm-up" | "slowdown" | "no steady state" | "too few calls";

/** One process, judged. */
export interface ProcessVerdict {
  readonly class: ProcessClass;
  readonly segments: readonly Segment[];
  /** Index of the point from which on all lies on the last level; null without a steady state. */
  readonly steadyFrom: number | null;
  /** Nanoseconds for a call on the last level; null without a steady state. */
  readonly steadyNs: number | null;
}

/** Fewer points cannot be judged. */
const LEAST = 60;
/** The last level has to hold for so much of the points. */
const STEADY = 1 / 4;

/**
 * Judges one process by its change points, as Barrett, Bolz-Tereick, Killick, Mount and Tratt have it ("Virtual machine
 * warmup blows hot and cold", 2017, section 4): `flat` if all segments lie on the level of the last, `slowdown` if one of
 * them lies below it, else `warm-up`; `no steady state` if the last change is in the last quarter.
 *
 * It differs from theirs in what it counts: points that follow one another by ever more calls, and factors instead of
 * seconds. Levels are the same within five per cent, where they take the variance and at least a millisecond, which is
 * longer than most calls here. Patterns shorter than some thirty points are spread, not change.
 *
 * @param ns nanoseconds for a call, one value a point, in order of time
 */
export function classifyProcess(ns: readonly number[]): ProcessVerdict {
  if (ns.length < LEAST) return {class: "too few calls", segments: [], steadyFrom: null, steadyNs: null};
  const segments = segmentsOf(ns);
  const last = segments.at(-1)!;
  const others = segments.filter((segment) => !isSameLevel(segment, last));
  const steadyFrom = others.at(-1)?.to ?? 0;
  if (ns.length - steadyFrom < STEADY * ns.length) {
    return {class: "no steady state", segments, steadyFrom: null, steadyNs: null};
  }
  const slower = others.some(({level}) => level < last.level);
  const name = others.length === 0 ? "flat" : slower ? "slowdown" : "warm-up";
  return {class: name, segments, steadyFrom, steadyNs: Math.exp(last.level)};
}
