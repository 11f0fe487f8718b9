import {type Estimate, pairedRatio} from "#lib/stats/paired-ratio.js";
import {twoModes} from "#lib/stats/two-modes.js";
import {yuenInterval} from "#lib/stats/yuen-interval.js";
import type {TwinCell, TwinsBench} from "./twins-result.js";

/** How far two figures may lie apart, as a factor, and still be called the same where intervals do not meet. */
export const TOLERATED = 1.03;

/** Intervals that meet say nothing where that of the ratio reaches over a wider factor, from end to end. */
const TELLING = 1.25;

/** A time with its 95 % interval over processes: nanoseconds. */
export interface TimeEstimate {
  readonly ns: number;
  readonly interval: readonly [low: number, high: number];
}

/** A cell as it is read. */
export interface TwinRow {
  readonly cell: TwinCell;
  readonly ours: TimeEstimate;
  readonly theirs: TimeEstimate;
  /** Ours ÷ theirs, paired by block. */
  readonly ratio: Estimate;
  /** What makes the two agree; `open` where intervals meet only because they are wide; null if they do not agree. */
  readonly agrees: "within 3 %" | "the intervals meet" | "open" | null;
  /** Whether the processes of either side fall into two groups: then it matters how many of each there were. */
  readonly twoModes: boolean;
}

export function twinRows({cells}: Pick<TwinsBench, "cells">): TwinRow[] {
  return cells.map((cell) => {
    const [ours, theirs] = [timeOf(cell.oursNs), timeOf(cell.theirsNs)];
    const groups = twoModes(cell.oursNs) || twoModes(cell.theirsNs);
    const ratio = pairedRatio(cell.oursNs, cell.theirsNs);
    return {cell, ours, theirs, ratio, agrees: agreement(ours, theirs, ratio), twoModes: groups};
  });
}

/** The trimmed mean of logarithms, as ratios have it. */
function timeOf(values: readonly number[]): TimeEstimate {
  const {estimate, low, high} = yuenInterval(values.map(Math.log));
  return {ns: Math.exp(estimate), interval: [Math.exp(low), Math.exp(high)]};
}

function agreement(ours: TimeEstimate, theirs: TimeEstimate, {ratio, interval}: Estimate): TwinRow["agrees"] {
  const meet = ours.interval[0] <= theirs.interval[1] && theirs.interval[0] <= ours.interval[1];
  if (meet && interval[1] > TELLING * interval[0]) return "open";
  if (ratio >= 1 / TOLERATED && ratio <= TOLERATED) return "within 3 %";
  return meet ? "the intervals meet" : null;
}
