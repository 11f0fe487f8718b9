import {formatPercent} from "../../units.js";
import {found, nothing, type Rule, undecided} from "../finding.js";
import {durationText, momentText, timesText} from "../flight-text.js";
import {BLOCKED_MS, lateCause} from "../late-cause.js";
import {loopBegan} from "../watched-time.js";

/** Turns that came late although the process did nothing: it was not given a processor. */
export const busyMachine: Rule = {
  name: "busy-machine",
  about: "turns that came late while the process was given no processor",
  judge: ({thread}) => {
    if (loopBegan(thread) === null) return undecided("The event loop hardly turned, so nothing shows who kept it.");
    const turns = thread.late.filter(({ms, isFirst}) => ms >= BLOCKED_MS && !isFirst);
    const starved = turns.map((turn) => lateCause(thread, turn)).filter(({kind}) => kind === "starved");
    if (starved.length === 0) return nothing("No late turn lacked a processor.");
    const longest = starved.reduce((most, cause) => (cause.turn.ms > most.turn.ms ? cause : most));
    const {turn, cpuShare} = longest;
    return [
      found(
        `Loop late ${timesText(starved.length)}, up to ${durationText(turn.ms)}, while the process had hardly any of a processor`,
        [
          `At ${momentText(turn.at)} it used ${formatPercent(cpuShare)} of a processor while a timer was ${durationText(turn.ms)} late.`,
          `What it did would not have kept the loop ${BLOCKED_MS} ms on an idle machine: others had the processor, native code waited, or the process was stopped.`
        ],
        starved.map(({turn: {at, ms}}) => ({from: at, to: at + ms}))
      )
    ];
  }
};
