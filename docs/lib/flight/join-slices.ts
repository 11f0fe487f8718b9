import {fromCpuProfile} from "../profile/from-cpu-profile.js";
import {pour} from "../profile/merge-profiles.js";
import type {Profile} from "../profile/profile.js";
import {ProfileBuilder} from "../profile/profile-builder.js";
import type {FlightThread} from "./flight.js";
import type {Slice} from "./slice.js";

/** `detail.kind` of a full collection in Node. */
const FULL = 4;

/** What is known of a thread besides its slices. */
export type ThreadFacts = Pick<FlightThread, "title" | "pid" | "thread" | "node" | "end">;

/** A slice with its profile as one of sources; its timeline is that of `fromCpuProfile`. */
export interface ReadSlice {
  readonly slice: Slice;
  readonly profile: Profile;
}

/** A slice whose profile is told in places of the code that ran. */
export function readSlice(slice: Slice, title: string): ReadSlice {
  return {slice, profile: fromCpuProfile(slice.profile, title)};
}

/**
 * Slices of a thread as one: their stacks together, their samples one after the other.
 *
 * @param slices in order of time, at least one
 * @param zero the beginning of the flight, in milliseconds since 1970
 */
export function joinSlices(slices: readonly ReadSlice[], facts: ThreadFacts, zero: number): FlightThread {
  const [first, last] = [slices[0]!.slice, slices.at(-1)!.slice];
  const all = slices.map(({slice}) => slice);
  return {
    ...facts,
    from: first.from - zero,
    to: last.to - zero,
    pauses: pausesOf(all, zero),
    pulses: all.flatMap(({pulses}) =>
      pulses.map(([at, spanMs, activeMs, cpuMs, lateMs, heapUsed, external, resident]) => {
        return {at: at - zero, spanMs, activeMs, cpuMs, lateMs, heapUsed, external, resident};
      })
    ),
    late: all.flatMap(({late}) =>
      late.map(([at, ms, cpuMs, isFirst]) => ({at: at - zero, ms, cpuMs, isFirst: isFirst === 1}))
    ),
    collections: all.flatMap(({collections}) =>
      collections.map(([at, ms, kind, heapUsed]) => {
        return {at: at - zero, ms, isFull: kind === FULL, heapUsed: heapUsed > 0 ? heapUsed : null};
      })
    ),
    ...joinStacks(slices, facts.title, zero)
  };
}

/** Between a slice and the next one the recorder kept the thread; where a slice is missing, that is not known. */
function pausesOf(slices: readonly Slice[], zero: number): FlightThread["pauses"] {
  return slices.slice(1).flatMap(({number, from}, index) => {
    const before = slices[index]!;
    return before.number === number - 1 ? [{at: before.to - zero, ms: from - before.to}] : [];
  });
}

function joinStacks(
  slices: readonly ReadSlice[],
  title: string,
  zero: number
): Pick<FlightThread, "profile" | "times"> {
  const builder = new ProfileBuilder();
  const nodes: number[] = [];
  const weights: number[] = [];
  const times: number[] = [];
  for (const {slice, profile} of slices) {
    const places = pour(profile, builder);
    let at = firstSampleAt(slice, profile) - zero;
    for (const [index, node] of profile.timeline!.nodes.entries()) {
      const weight = profile.timeline!.weights[index]!;
      nodes.push(places[node]!);
      weights.push(weight);
      times.push(at);
      at += weight / 1000;
    }
  }
  const timeline = {nodes: Int32Array.from(nodes), weights: Float64Array.from(weights)};
  const notes = [...new Set(slices.flatMap(({profile}) => profile.notes))];
  return {
    profile: builder.build({title, unit: "microseconds", timeline, notes}),
    times: Float64Array.from(times)
  };
}

/** The samples last to the end of the profile. */
function firstSampleAt({profileFrom, profile: {startTime, endTime}}: Slice, {timeline}: Profile): number {
  const sampledUs = timeline!.weights.reduce((sum, weight) => sum + weight, 0);
  return profileFrom + (endTime - startTime - sampledUs) / 1000;
}
