import type {Finding, Rule} from "./finding.js";
import type {Flight, FlightThread} from "./flight.js";
import {blockedLoop} from "./rules/blocked-loop.js";
import {busyMachine} from "./rules/busy-machine.js";
import {growingHeap} from "./rules/growing-heap.js";
import {muchCollecting} from "./rules/much-collecting.js";
import {oneFunction} from "./rules/one-function.js";
import {otherThreads} from "./rules/other-threads.js";
import {saturatedLoop} from "./rules/saturated-loop.js";
import {synchronousCalls} from "./rules/synchronous-calls.js";

/** What is looked for, in the order of a report. */
export const RULES: readonly Rule[] = [
  blockedLoop,
  synchronousCalls,
  saturatedLoop,
  muchCollecting,
  growingHeap,
  oneFunction,
  otherThreads,
  busyMachine
];

/**
 * What the rules say of a thread, in their order: at least one finding of each that has something to say.
 *
 * @param base the folder that paths are told from, with a slash at its end
 */
export function judgeThread(flight: Flight, thread: FlightThread, base = ""): Finding[] {
  return RULES.flatMap(({name, judge}) => judge({flight, thread, base}).map((finding) => ({rule: name, ...finding})));
}
