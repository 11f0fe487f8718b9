import {median} from "../stats/median.js";
import {twoModes} from "../stats/two-modes.js";
import {classifyProcess, type ProcessVerdict} from "./classify-process.js";
import {type CommonClass, classifyProcesses} from "./classify-processes.js";
import {pointsOf} from "./curve.js";
import type {WarmupSeries} from "./warmup.js";

/** The least, the middle and the greatest of the processes. */
export interface Spread {
  readonly least: number;
  readonly middle: number;
  readonly most: number;
}

/** What several processes of one variant did, in figures. */
export interface WarmupSummary {
  readonly class: CommonClass;
  /** One a process, in the order of the series. */
  readonly verdicts: readonly ProcessVerdict[];
  /** Nanoseconds of the first call. */
  readonly first: Spread;
  /** Nanoseconds of a call on the last level; null if no process has a steady state. */
  readonly steady: Spread | null;
  /** Calls before that level; of the processes that have a steady state. */
  readonly callsBefore: Spread | null;
  /** Nanoseconds that these calls took. */
  readonly timeBefore: Spread | null;
  /** Calls that a process made. */
  readonly calls: Spread;
  /** Whether the last levels of the processes fall into two groups. */
  readonly twoModes: boolean;
}

/**
 * Judges a series, and gathers its figures.
 *
 * @throws RangeError if it has no process
 */
export function summaryOf({processes}: Pick<WarmupSeries, "processes">): WarmupSummary {
  const verdicts = processes.map(({ns}) => classifyProcess(ns));
  const steady = verdicts.flatMap(({steadyNs}) => steadyNs ?? []);
  const before = processes.flatMap((curve, index) => {
    const {steadyFrom} = verdicts[index]!;
    if (steadyFrom === null) return [];
    const points = pointsOf(curve).slice(0, steadyFrom);
    return {
      calls: points.reduce((sum, {calls}) => sum + calls, 0),
      ns: points.reduce((sum, {calls, ns}) => sum + calls * ns, 0)
    };
  });
  return {
    class: classifyProcesses(verdicts.map((verdict) => verdict.class)),
    verdicts,
    first: spreadOf(processes.map(({ns}) => ns[0]!)),
    steady: spreadIfAny(steady),
    callsBefore: spreadIfAny(before.map(({calls}) => calls)),
    timeBefore: spreadIfAny(before.map(({ns}) => ns)),
    calls: spreadOf(processes.map(({calls}) => calls.reduce((sum, [points, each]) => sum + points * each, 0))),
    twoModes: steady.length > 0 && twoModes(steady)
  };
}

function spreadIfAny(values: readonly number[]): Spread | null {
  return values.length === 0 ? null : spreadOf(values);
}

function spreadOf(values: readonly number[]): Spread {
  return {least: Math.min(...values), middle: median(values), most: Math.max(...values)};
}
