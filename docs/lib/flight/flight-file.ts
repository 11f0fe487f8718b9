import * as v from "valibot";
import {checkValue, ResultError} from "../check-value.js";
import {checkNumbers, numbers} from "../profile/numbers.js";
import {ProfileBuilder} from "../profile/profile-builder.js";
import {count, nonNegative} from "../schema-parts.js";
import type {Flight, FlightThread} from "./flight.js";

const ms = v.pipe(v.number(), v.finite());

const Thread = v.object({
  title: v.string(),
  pid: count,
  thread: count,
  node: v.string(),
  from: ms,
  to: ms,
  end: v.picklist(["whole", "cut", "open"]),
  pauses: v.array(v.tuple([ms, ms])),
  /** As the fields of `Pulse`, in their order. */
  pulses: v.array(v.tuple([ms, ms, ms, ms, ms, nonNegative, nonNegative, nonNegative])),
  /** As the fields of `LateTurn`. */
  late: v.array(v.tuple([ms, ms, ms, v.boolean()])),
  /** As the fields of `Collection`. */
  collections: v.array(v.tuple([ms, ms, v.boolean(), v.nullable(nonNegative)])),
  /** Name, file, line, column. */
  frames: v.array(v.tuple([v.string(), v.string(), count, count])),
  /** One value a node but the root: its frame, and the node that called it, which stands before it. */
  frame: v.array(count),
  parent: v.array(count),
  /** One value a sample: its node, microseconds since the sample before, and its weight in microseconds. */
  nodes: numbers,
  gaps: numbers,
  weights: numbers,
  notes: v.array(v.string())
});

const FlightFile = v.object({
  hotpath: v.literal("flight"),
  version: v.literal(1),
  command: v.array(v.string()),
  begun: ms,
  intervalUs: nonNegative,
  threads: v.pipe(v.array(Thread), v.minLength(1))
});
type FlightFile = v.InferOutput<typeof FlightFile>;
type ThreadFile = v.InferOutput<typeof Thread>;

/** A flight as JSON that is kept in a file: times to a hundredth of a millisecond. */
export function packFlight({command, begun, intervalUs, threads}: Flight): FlightFile {
  return {hotpath: "flight", version: 1, command: [...command], begun, intervalUs, threads: threads.map(packThread)};
}

/**
 * Checks a parsed file before it is believed.
 *
 * @param place named first in messages
 * @throws ResultError that names the first place that is wrong
 */
export function unpackFlight(value: unknown, place: string): Flight {
  const {command, begun, intervalUs, threads} = checkValue(FlightFile, value, place);
  return {
    command,
    begun,
    intervalUs,
    threads: threads.map((thread, index) => unpackThread(thread, `${place}: threads[${index}]`))
  };
}

function packThread({profile, times, ...thread}: FlightThread): ThreadFile {
  const {title, pid, thread: id, node, end, from, to} = thread;
  const {frames, tree, timeline, notes} = profile;
  return {
    ...{title, pid, thread: id, node, from: short(from), to: short(to), end},
    pauses: thread.pauses.map(({at, ms}) => [short(at), short(ms)]),
    pulses: thread.pulses.map(({at, spanMs, activeMs, cpuMs, lateMs, heapUsed, external, resident}) => {
      const use = [at, spanMs, activeMs, cpuMs, lateMs].map(short) as [number, number, number, number, number];
      return [...use, heapUsed, external, resident];
    }),
    late: thread.late.map(({at, ms, cpuMs, isFirst}) => [short(at), short(ms), short(cpuMs), isFirst]),
    collections: thread.collections.map(({at, ms, isFull, heapUsed}) => [short(at), short(ms), isFull, heapUsed]),
    frames: frames.map(({name, file, line, column}) => [name, file, line, column]),
    frame: Array.from(tree.frame.subarray(1)),
    parent: Array.from(tree.parent.subarray(1)),
    nodes: Array.from(timeline!.nodes),
    gaps: gapsOf(times),
    weights: Array.from(timeline!.weights, Math.round),
    notes: [...notes]
  };
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Rounded so that errors do not add up. */
function gapsOf(times: Float64Array): number[] {
  let before = 0;
  return Array.from(times, (time) => {
    const gap = Math.round(time * 1000) - before;
    before += gap;
    return gap;
  });
}

function unpackThread(file: ThreadFile, place: string): FlightThread {
  const {title, pid, thread, node, from, to, end} = file;
  return {
    ...{title, pid, thread, node, from, to, end},
    pauses: file.pauses.map(([at, ms]) => ({at, ms})),
    pulses: file.pulses.map(([at, spanMs, activeMs, cpuMs, lateMs, heapUsed, external, resident]) => {
      return {at, spanMs, activeMs, cpuMs, lateMs, heapUsed, external, resident};
    }),
    late: file.late.map(([at, ms, cpuMs, isFirst]) => ({at, ms, cpuMs, isFirst})),
    collections: file.collections.map(([at, ms, isFull, heapUsed]) => ({at, ms, isFull, heapUsed})),
    ...unpackStacks(file, place)
  };
}

function unpackStacks(file: ThreadFile, place: string): Pick<FlightThread, "profile" | "times"> {
  for (const field of ["nodes", "gaps", "weights"] as const) {
    checkNumbers(file[field], `${place}: ${field}`);
    if (file[field].length === file.nodes.length) continue;
    throw new ResultError(`${place}: ${field}: expected one value a sample (${file.nodes.length})`);
  }
  const builder = new ProfileBuilder();
  const places = placeNodes(file, builder, place);
  const nodes = Int32Array.from(file.nodes, (node, index) => {
    const at = places[node];
    if (at === undefined) throw new ResultError(`${place}: nodes[${index}]: expected a node, got ${node}`);
    builder.add(at, file.weights[index]!, 1);
    return at;
  });
  const timeline = {nodes, weights: Float64Array.from(file.weights)};
  const {title, notes} = file;
  return {profile: builder.build({title, unit: "microseconds", timeline, notes}), times: timesOf(file.gaps)};
}

/** @returns node of the builder by node of the file */
function placeNodes(file: ThreadFile, builder: ProfileBuilder, place: string): number[] {
  const frames = file.frames.map(([name, at, line, column]) => builder.frame({name, file: at, line, column}));
  const places = [0];
  for (const [index, frame] of file.frame.entries()) {
    const parent = places[file.parent[index] ?? -1];
    const known = frames[frame];
    if (parent === undefined || known === undefined)
      throw new ResultError(`${place}: frame[${index}]: expected a frame, and a caller that stands before it`);
    places.push(builder.node(parent, known));
  }
  return places;
}

function timesOf(gaps: readonly number[]): Float64Array {
  let us = 0;
  return Float64Array.from(gaps, (gap) => {
    us += gap;
    return us / 1000;
  });
}
