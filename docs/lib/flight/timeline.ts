import {functionRows} from "../profile/function-rows.js";
import {withoutIdle} from "../profile/idle.js";
import {type Frame, sumOf} from "../profile/profile.js";
import type {FlightThread, Pulse} from "./flight.js";

/** A quantity over time: one value an interval. */
export interface Lane {
  readonly name: string;
  readonly unit: "ms" | "share" | "cores" | "bytes";
  readonly values: readonly number[];
  /** What the full height stands for. */
  readonly most: number;
}

/** A function over time: its share of each interval. */
export interface FunctionLane {
  readonly frame: Frame;
  /** Time of its own in all, in milliseconds. */
  readonly selfMs: number;
  readonly shares: readonly number[];
}

/** What a thread did, on one axis of time that is divided into equal intervals. */
export interface Timeline {
  /** Milliseconds from the beginning of the flight. */
  readonly from: number;
  readonly stepMs: number;
  readonly count: number;
  readonly late: Lane;
  readonly busy: Lane;
  readonly cores: Lane;
  readonly heap: Lane;
  readonly collecting: Lane;
  /** The part of `collecting` that full collections took. */
  readonly collectingFully: Lane;
  /** The functions with the most time of their own. */
  readonly functions: readonly FunctionLane[];
}

/** No interval is shorter: how the process is used is read only a few times a second. */
const LEAST_STEP_MS = 50;

/**
 * Puts all that was recorded of a thread on one axis of time.
 *
 * @param most intervals that there is room for
 * @param functions how many functions get a lane
 */
export function timelineOf(thread: FlightThread, most: number, functions = 6): Timeline {
  const {from, to} = thread;
  const count = Math.max(1, Math.min(most, Math.ceil((to - from) / LEAST_STEP_MS)));
  const stepMs = Math.max(1, to - from) / count;
  const axis = {from, stepMs, count};
  const pulsed = (value: (pulse: Pulse) => number) => fromPulses(thread.pulses, axis, value);
  const collecting = spread(thread.collections, axis);
  const full = spread(
    thread.collections.filter(({isFull}) => isFull),
    axis
  );
  const lane = (name: string, unit: Lane["unit"], values: readonly number[], most = 0): Lane => {
    return {name, unit, values, most: Math.max(most, ...values)};
  };
  return {
    ...axis,
    late: lane("loop late by", "ms", lateness(thread, axis), LEAST_STEP_MS),
    busy: lane(
      "loop busy",
      "share",
      pulsed(({activeMs, spanMs}) => Math.min(1, activeMs / spanMs)),
      1
    ),
    cores: lane(
      "processors used",
      "cores",
      pulsed(({cpuMs, spanMs}) => cpuMs / spanMs),
      1
    ),
    heap: lane(
      "heap in use",
      "bytes",
      pulsed(({heapUsed}) => heapUsed),
      1
    ),
    collecting: lane("collecting", "share", shares(collecting, stepMs), 0.1),
    collectingFully: lane("collecting fully", "share", shares(full, stepMs), 0.1),
    functions: functionLanes(thread, axis, functions)
  };
}

type Axis = Pick<Timeline, "from" | "stepMs" | "count">;

function shares(values: readonly number[], stepMs: number): number[] {
  return values.map((value) => Math.min(1, value / stepMs));
}

/** Calls back for each interval that a stretch of time lies in, with the milliseconds of it that do. */
function forIntervals(
  {from, stepMs, count}: Axis,
  begin: number,
  end: number,
  visit: (index: number, ms: number) => void
): void {
  const first = Math.max(0, Math.floor((begin - from) / stepMs));
  for (let index = first; index < count && from + index * stepMs < end; index++) {
    const left = from + index * stepMs;
    const within = Math.min(end, left + stepMs) - Math.max(begin, left);
    if (within > 0) visit(index, within);
  }
}

/** Weighed by how much of the interval each pulse covers; 0 where none does. */
function fromPulses(pulses: readonly Pulse[], axis: Axis, value: (pulse: Pulse) => number): number[] {
  const sums = new Array<number>(axis.count).fill(0);
  const covered = new Array<number>(axis.count).fill(0);
  for (const pulse of pulses) {
    forIntervals(axis, pulse.at - pulse.spanMs, pulse.at, (index, ms) => {
      sums[index]! += value(pulse) * ms;
      covered[index]! += ms;
    });
  }
  return sums.map((sum, index) => (covered[index] === 0 ? 0 : sum / covered[index]!));
}

function spread(events: readonly {readonly at: number; readonly ms: number}[], axis: Axis): number[] {
  const sums = new Array<number>(axis.count).fill(0);
  for (const {at, ms} of events)
    forIntervals(axis, at, at + ms, (index, within) => {
      sums[index]! += within;
    });
  return sums;
}

/** The longest late turn that lies in each interval; what the loop waited for before it turned at all is none. */
function lateness({late}: FlightThread, axis: Axis): number[] {
  const longest = new Array<number>(axis.count).fill(0);
  for (const {at, ms, isFirst} of late) {
    if (isFirst) continue;
    forIntervals(axis, at, at + ms, (index) => {
      longest[index] = Math.max(longest[index]!, ms);
    });
  }
  return longest;
}

function functionLanes({profile, times}: FlightThread, axis: Axis, most: number): FunctionLane[] {
  const busy = withoutIdle(profile);
  if (sumOf(busy).weight === 0) return [];
  const rows = functionRows(busy)
    .filter(({self}) => self > 0)
    .slice(0, most);
  const sums = new Map(rows.map(({index}) => [index, new Array<number>(axis.count).fill(0)]));
  const {nodes, weights} = profile.timeline!;
  for (const [sample, node] of nodes.entries()) {
    const lane = sums.get(profile.tree.frame[node]!);
    if (lane === undefined) continue;
    forIntervals(axis, times[sample]!, times[sample]! + weights[sample]! / 1000, (index, ms) => {
      lane[index]! += ms;
    });
  }
  return rows.map(({frame, index, self}) => {
    return {frame, selfMs: self / 1000, shares: shares(sums.get(index)!, axis.stepMs)};
  });
}
