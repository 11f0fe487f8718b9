import {frameText} from "../../profile/frame-text.js";
import {functionRows} from "../../profile/function-rows.js";
import {sumOf} from "../../profile/profile.js";
import {formatPercent, formatQuantity} from "../../units.js";
import {culpritText} from "../culprit.js";
import type {Finding, Rule} from "../finding.js";
import {found, nothing, undecided} from "../finding.js";
import {durationText, momentText, timesText} from "../flight-text.js";
import {BLOCKED_MS, type LateCause, type LateKind, lateCause} from "../late-cause.js";
import {loopBegan} from "../watched-time.js";

/** Below this share of a processor a thread that works shares it with others. */
const SHARED = 0.7;

/** Fewer do not say which of several functions were at work. */
const FEWEST_SAMPLES = 5;

/** Turns that came late because something kept the thread. */
export const blockedLoop: Rule = {
  name: "blocked-loop",
  about: `turns of the event loop that came ${BLOCKED_MS} ms late or more`,
  judge: ({thread, base}) => {
    if (loopBegan(thread) === null) return undecided("The event loop hardly turned, so nothing could block it.");
    const turns = thread.late.filter(({ms, isFirst}) => ms >= BLOCKED_MS && !isFirst);
    const causes = turns.map((turn) => lateCause(thread, turn)).filter(({kind}) => kind !== "starved");
    const groups = groupsOf(causes);
    if (groups.length > 0) return groups.map((group) => findingOf(group, base));
    return nothing(`No turn of the event loop was kept ${BLOCKED_MS} ms or longer.`);
  }
};

/** By cause and function, the longest in all first. */
function groupsOf(causes: readonly LateCause[]): (readonly LateCause[])[] {
  const groups = new Map<string, LateCause[]>();
  for (const cause of causes) {
    const {kind, culprit} = cause;
    const isWork = kind === "working" || kind === "waiting";
    const key = isWork ? `by ${culprit === null ? "" : frameText(culprit.frame)}` : kind;
    groups.set(key, [...(groups.get(key) ?? []), cause]);
  }
  return [...groups.values()].sort((a, b) => sumMs(b) - sumMs(a));
}

function findingOf(group: readonly LateCause[], base: string): Omit<Finding, "rule"> {
  const longest = group.reduce((most, cause) => (cause.turn.ms > most.turn.ms ? cause : most));
  const {ms} = longest.turn;
  const often =
    group.length === 1
      ? durationText(ms)
      : `${timesText(group.length)}, up to ${durationText(ms)}, ${durationText(sumMs(group))} in all,`;
  return found(
    `${VERBS[longest.kind]} ${often} ${causeText(longest, base)}`,
    evidenceOf(longest, group.length),
    group.map(({turn}) => ({from: turn.at, to: turn.at + turn.ms}))
  );
}

const VERBS: Readonly<Record<LateKind, string>> = {
  working: "Loop blocked",
  waiting: "Loop blocked",
  collecting: "Loop blocked",
  unknown: "Loop late by",
  starved: "Loop late by"
};

function causeText({kind, culprit, profile}: LateCause, base: string): string {
  if (kind === "collecting") return "by the garbage collector";
  if (kind === "unknown") return "and nothing was sampled that tells why";
  if (culprit === null && sumOf(profile).samples < FEWEST_SAMPLES) return "and too little was sampled to tell by what";
  const by =
    culprit === null ? `by several functions: ${leadersOf(profile, base)}` : `by ${culpritText(culprit, base)}`;
  return kind === "waiting" ? `${by}, which waited without using the processor` : by;
}

function leadersOf(profile: LateCause["profile"], base: string): string {
  const rows = functionRows(profile).slice(0, 3);
  return rows.map(({frame}) => frameText(frame, base)).join("; ");
}

function evidenceOf({turn, culprit, profile, cpuShare, kind}: LateCause, count: number): string[] {
  const {samples} = sumOf(profile);
  const which = count === 1 ? "A timer" : "The longest time, a timer";
  const share = culprit === null ? "" : `, ${formatPercent(culprit.share)} of it with that function on the stack`;
  const seen = samples === 0 ? "" : `; ${formatQuantity(samples, "sample")} meanwhile${share}`;
  const shared =
    kind === "working" && cpuShare < SHARED
      ? [
          `Meanwhile the process had ${formatPercent(cpuShare)} of a processor only: on an idle machine it would have been shorter.`
        ]
      : [];
  return [`${which} due at ${momentText(turn.at)} came ${durationText(turn.ms)} late${seen}.`, ...shared];
}

function sumMs(group: readonly LateCause[]): number {
  return group.reduce((sum, {turn}) => sum + turn.ms, 0);
}
