import {withoutIdle} from "../profile/idle.js";
import {type Frame, type Profile, sumOf} from "../profile/profile.js";
import {type Culprit, culpritIn} from "./culprit.js";
import {type FlightThread, type LateTurn, TICK_MS} from "./flight.js";
import {isSynchronousCall} from "./synchronous-call.js";
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

/** Processor time of the whole process is the most that the thread can have had. */
function kindOf(thread: FlightThread, {at, ms, cpuMs}: LateTurn, profile: Profile, cpuShare: number): LateKind {
  if (collectedMs(thread, at, at + ms) >= ms / 2) return "collecting";
  const isSeen = sumOf(profile).weight / 1000 >= ms / 2;
  if (isSeen && cpuShare < HARDLY && waitingShare(profile) >= 0.5) return "waiting";
  if (cpuMs < BLOCKED_MS) return "starved";
  return isSeen ? "working" : "unknown";
}

function collectedMs({collections}: FlightThread, from: number, to: number): number {
  return collections.reduce((sum, {at, ms}) => sum + Math.max(0, Math.min(to, at + ms) - Math.max(from, at)), 0);
}

/** The part of the time that was spent in calls which may wait. */
function waitingShare({frames, tree}: Profile): number {
  const waits = new Uint8Array(tree.frame.length);
  let waiting = 0;
  let all = 0;
  for (let node = 1; node < tree.frame.length; node++) {
    waits[node] = waits[tree.parent[node]!]! || Number(mayWait(frames[tree.frame[node]!]!));
    all += tree.self[node]!;
    if (waits[node] === 1) waiting += tree.self[node]!;
  }
  return all === 0 ? 0 : waiting / all;
}

/** A synchronous call of Node, or `Atomics.wait`. */
function mayWait(frame: Frame): boolean {
  return isSynchronousCall(frame) || (frame.name === "wait" && frame.file === "");
}
