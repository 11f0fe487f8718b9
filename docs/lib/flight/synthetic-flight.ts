import {ProfileBuilder} from "../profile/profile-builder.js";
import {frameNamed} from "../profile/synthetic-profile.js";
import type {Collection, Flight, FlightThread, LateTurn, Pulse} from "./flight.js";

/** What is to be in a flight for tests; times are milliseconds. */
export interface SyntheticParts {
  /** How long it lasts. */
  readonly ms: number;
  /** Stacks, each from a moment to another, sampled every 10 ms; idle in between. */
  readonly stacks?: readonly (readonly [from: number, to: number, stack: string])[];
  readonly late?: readonly LateTurn[];
  readonly collections?: readonly Collection[];
  /** One every 250 ms, with what differs from an idle process. */
  readonly pulse?: (at: number) => Partial<Pulse>;
  readonly thread?: number;
}

const SAMPLE_MS = 10;
const PULSE_MS = 250;

/** A turn that came late; the process had a whole processor meanwhile unless that is said. */
export function lateTurn(at: number, ms: number, more: Partial<LateTurn> = {}): LateTurn {
  return {at, ms, cpuMs: ms, isFirst: false, ...more};
}

/** A flight of one thread, for tests and demonstrations. */
export function syntheticFlight(parts: SyntheticParts): Flight {
  return {command: ["node", "app.js"], begun: 1_796_000_000_000, intervalUs: 10_000, threads: [threadOf(parts)]};
}

function threadOf({ms, stacks = [], late = [], collections = [], pulse = () => ({}), thread = 0}: SyntheticParts) {
  const builder = new ProfileBuilder();
  const idle = builder.node(0, builder.frame({name: "(idle)", file: "", line: 0, column: 0}));
  const times = Float64Array.from({length: Math.floor(ms / SAMPLE_MS)}, (_, index) => index * SAMPLE_MS);
  const nodes = Int32Array.from(times, (time) => {
    const stack = stacks.find(([from, to]) => from <= time && time < to)?.[2];
    if (stack === undefined) return idle;
    return stack.split(";").reduce((parent, text) => builder.node(parent, builder.frame(frameNamed(text))), 0);
  });
  for (const node of nodes) builder.add(node, SAMPLE_MS * 1000, 1);
  const weights = new Float64Array(times.length).fill(SAMPLE_MS * 1000);
  const pulses = Array.from({length: Math.floor(ms / PULSE_MS)}, (_, index): Pulse => {
    const at = (index + 1) * PULSE_MS;
    const quiet = {activeMs: 0, cpuMs: 0, lateMs: 0, heapUsed: 5e6, external: 1e6, resident: 5e7};
    return {at, spanMs: PULSE_MS, ...quiet, ...pulse(at)};
  });
  const title = thread === 0 ? "process 4321: node app.js" : `worker ${thread} of process 4321`;
  const profile = builder.build({title, unit: "microseconds", timeline: {nodes, weights}});
  const facts: Pick<FlightThread, "title" | "pid" | "thread" | "node" | "end"> = {
    ...{title, pid: 4321, thread, node: "26.0.0"},
    end: "whole"
  };
  return {...facts, from: 0, to: ms, pauses: [], pulses, late, collections, profile, times};
}
