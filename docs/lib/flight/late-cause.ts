import {ownerOf} from "../profile/frame-kind.js";
import {withoutIdle} from "../profile/idle.js";
import {type Profile, sumOf} from "../profile/profile.js";
import {type Culprit, culpritIn} from "./culprit.js";
import {type FlightThread, type LateTurn, TICK_MS} from "./flight.js";
import {profileWithin} from "./window.js";

/**
 * Why a turn came late: `working` in JavaScript or in what it called, `waiting` in a synchronous call that used no
 * processor, `collecting` garbage; `starved` if the process had so little of a processor that its work alone would not
 * have made it late; `unknown` where the recording does not tell.
 */
export type LateKind = "working" | "waiting" | "collecting" | "starved" | "unknown";

/** A late turn with its cause. */
export interface LateCause {
  readonly turn: LateTurn;
  readonly kind: LateKind;
  /** Null where no one function was at work. */
  readonly culprit: Culprit | null;
  /** What was sampled meanwhile, without idle time. */
  readonly profile: Profile;
  /** Processor time of the process for each millisecond that passed. */
  readonly cpuShare: number;
}

/** A task that takes longer is a long one (W3C, Long Tasks API). */
export const BLOCKED_MS = 50;

/** With less of a processor than this a thread waits. */
const HARDLY = 0.2;

/** Says what a thread did while a turn was overdue. */
export function lateCause(thread: FlightThread, turn: LateTurn): LateCause {
  const [from, to] = [turn.at, turn.at + turn.ms];
  const profile = withoutIdle(profileWithin(thread, from, to));
  const cpuShare = turn.cpuMs / (turn.ms + TICK_MS);
  return {turn, kind: kindOf(thread, turn, profile, cpuShare), culprit: culpritIn(profile), profile, cpuShare};
}

/** A thread that waits can be sampled, one that is given no processor can not. */
const FEWEST_SAMPLES = 4;

/** Processor time of the whole process is the most that the thread can have had. */
function kindOf(thread: FlightThread, {at, ms, cpuMs}: LateTurn, profile: Profile, cpuShare: number): LateKind {
  if (collectedMs(thread, at, at + ms) >= ms / 2) return "collecting";
  const {weight, samples} = sumOf(profile);
  const isSeen = weight / 1000 >= ms / 2;
  if (isSeen && samples >= FEWEST_SAMPLES && cpuShare < HARDLY && nativeShare(profile) >= 0.5) return "waiting";
  if (cpuMs < BLOCKED_MS) return "starved";
  return isSeen ? "working" : "unknown";
}

function collectedMs({collections}: FlightThread, from: number, to: number): number {
  return collections.reduce((sum, {at, ms}) => sum + Math.max(0, Math.min(to, at + ms) - Math.max(from, at)), 0);
}

/** The part of the time in which a call of Node's own or of native code was at the end of the stack. */
function nativeShare({frames, tree}: Profile): number {
  let native = 0;
  let all = 0;
  for (let node = 1; node < tree.frame.length; node++) {
    const frame = frames[tree.frame[node]!]!;
    const {kind} = ownerOf(frame);
    all += tree.self[node]!;
    if ((kind === "node" || kind === "engine") && frame.name !== "(program)") native += tree.self[node]!;
  }
  return all === 0 ? 0 : native / all;
}
