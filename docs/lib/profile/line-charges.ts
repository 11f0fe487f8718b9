import type {CallFrame} from "./call-frame.js";
import {type CpuNode, type CpuProfile, indexById, parentsOf} from "./cpu-profile.js";
import {samplesInOrder} from "./from-cpu-profile.js";

/** What V8 charged to a line of a function. */
export interface LineCharge {
  readonly frame: CallFrame;
  /** From 1, of the code that ran; 0 where V8 named none. */
  readonly line: number;
  readonly samples: number;
  readonly us: number;
}

/** Charges by line, and who called whom. */
export interface Charged {
  readonly charges: readonly LineCharge[];
  /** Functions that were seen on a stack directly below another, by `placeKey` of both. */
  readonly callees: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A function by its place: V8 names one beginning for all calls of it. */
export function placeKey({url, lineNumber, columnNumber}: CallFrame): string {
  return `${lineNumber}:${columnNumber}:${url}`;
}

/**
 * The samples of profiles by function and line. V8 counts samples of a line but does not say which they were: the time
 * of a stack is shared among its lines as their samples are.
 */
export function lineCharges(profiles: readonly CpuProfile[]): Charged {
  const charges = new Map<string, {frame: CallFrame; line: number; samples: number; us: number}>();
  const callees = new Map<string, Set<string>>();
  for (const profile of profiles) {
    const timeOf = nodeTimes(profile);
    for (const [index, node] of profile.nodes.entries()) {
      const key = placeKey(node.callFrame);
      const lines = linesOf(node);
      const all = [...lines.values()].reduce((sum, samples) => sum + samples, 0);
      for (const [line, samples] of lines) {
        const known = charges.get(`${line}:${key}`) ?? {frame: node.callFrame, line, samples: 0, us: 0};
        known.samples += samples;
        known.us += (timeOf[index]! * samples) / all;
        charges.set(`${line}:${key}`, known);
      }
    }
    addCallees(profile, callees);
  }
  return {charges: [...charges.values()], callees};
}

function nodeTimes(profile: CpuProfile): Float64Array {
  const indexOf = indexById(profile.nodes, "profile");
  const times = new Float64Array(profile.nodes.length);
  const {order, weights} = samplesInOrder(profile);
  for (const [index, weight] of weights.entries()) {
    times[indexOf(profile.samples[order?.[index] ?? index]!)!]! += weight;
  }
  return times;
}

/** Samples by line. Node 26 lists a line several times, each with other samples. */
function linesOf({hitCount = 0, positionTicks = []}: CpuNode): Map<number, number> {
  const lines = new Map<number, number>();
  let told = 0;
  for (const {line, ticks} of hitCount > 0 ? positionTicks : []) {
    lines.set(line, (lines.get(line) ?? 0) + ticks);
    told += ticks;
  }
  if (hitCount > told) lines.set(0, (lines.get(0) ?? 0) + hitCount - told);
  return lines;
}

/** What native functions call counts as called by who called them: `map` calls something else for everyone. */
function addCallees({nodes}: CpuProfile, callees: Map<string, Set<string>>): void {
  const parents = parentsOf(nodes, "profile");
  for (const [index, {callFrame}] of nodes.entries()) {
    if (callFrame.url === "") continue;
    let above = parents[index]!;
    while (above >= 0 && nodes[above]!.callFrame.url === "") above = parents[above]!;
    if (above < 0) continue;
    const caller = placeKey(nodes[above]!.callFrame);
    callees.set(caller, (callees.get(caller) ?? new Set()).add(placeKey(callFrame)));
  }
}
