import {formatPercent} from "../../units.js";
import {found, nothing, type Rule, undecided} from "../finding.js";
import {durationText} from "../flight-text.js";
import {turningPulses, useOf} from "../watched-time.js";

const CORES = 0.5;
const LEAST_MS = 1000;

/** Processor time that the loop's thread cannot have used. */
export const otherThreads: Rule = {
  name: "other-threads",
  about: `processor time of other threads, half a processor or more`,
  judge: ({flight, thread}) => {
    if (thread.thread !== 0) return [];
    const pulses = turningPulses(thread);
    const {spanMs, activeMs} = useOf(pulses);
    if (spanMs < LEAST_MS)
      return undecided(`The loop turned for ${durationText(spanMs)}: too short to compare processor time with.`);
    const elsewhereMs = pulses.reduce((sum, {cpuMs, activeMs: active}) => sum + Math.max(0, cpuMs - active), 0);
    const cores = elsewhereMs / spanMs;
    if (cores < CORES) return nothing("Other threads used little processor time.");
    const workers = flight.threads.filter(({pid, thread: id}) => pid === thread.pid && id !== 0).length;
    return [
      found(
        `Other threads used at least ${formatPercent(cores)} of a processor while the loop was busy ${formatPercent(activeMs / spanMs)} of the time`,
        [
          `${durationText(elsewhereMs)} of processor time beyond what the loop was busy, over ${durationText(spanMs)}.`,
          workers > 0
            ? "Workers are recorded here too; beside them there are libuv's pool, the compiler and the collector."
            : "These are libuv's pool (files, dns, crypto, zlib), the compiler and the collector; a CPU profile does not see them."
        ]
      )
    ];
  }
};
