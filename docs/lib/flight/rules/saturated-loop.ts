import {formatPercent} from "../../units.js";
import {found, nothing, type Rule, undecided} from "../finding.js";
import {durationText} from "../flight-text.js";
import {turningPulses, useOf} from "../watched-time.js";

const FULL = 0.9;
const MOST_OF_TIME = 0.5;
const LEAST_MS = 2000;

/** A loop that is busy nearly all the time: what comes has to queue. */
export const saturatedLoop: Rule = {
  name: "saturated-loop",
  about: `a loop that is busy ${formatPercent(FULL)} or more for half of the time`,
  judge: ({thread}) => {
    const pulses = turningPulses(thread);
    const {spanMs, activeMs} = useOf(pulses);
    if (spanMs < LEAST_MS)
      return undecided(`The loop turned for ${durationText(spanMs)}: too short to judge its utilisation by.`);
    const full = pulses.filter((pulse) => pulse.activeMs >= FULL * pulse.spanMs);
    const share = useOf(full).spanMs / spanMs;
    const mean = `The loop was busy ${formatPercent(activeMs / spanMs)} of the time`;
    if (share < MOST_OF_TIME) return nothing(`${mean}.`);
    return [
      found(
        `${mean}, and ${formatPercent(FULL)} or more of it for ${formatPercent(share)} of the time`,
        [
          `Event-loop utilisation over ${durationText(spanMs)}, in looks of a quarter of a second.`,
          "Of a service it says that requests queue; a program that works off a list is meant to be busy."
        ],
        stretches(full)
      )
    ];
  }
};

/** Pulses that follow one another as one stretch. */
function stretches(pulses: readonly {readonly at: number; readonly spanMs: number}[]): {from: number; to: number}[] {
  const all: {from: number; to: number}[] = [];
  for (const {at, spanMs} of pulses) {
    const last = all.at(-1);
    if (last !== undefined && at - spanMs - last.to < spanMs) last.to = at;
    else all.push({from: at - spanMs, to: at});
  }
  return all;
}
