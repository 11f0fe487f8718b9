import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {type FunctionRow, functionRows} from "#lib/profile/function-rows.js";
import {idleWeight, withoutIdle} from "#lib/profile/idle.js";
import {type Neighbour, neighboursOf} from "#lib/profile/neighbours.js";
import {type Frame, type Profile, sumOf, type Unit} from "#lib/profile/profile.js";
import {isFunction} from "./is-function.js";

/** What the rows of a table are sorted by. */
export type SortKey = "self" | "total" | "samples" | "name";

/** Which rows, in which order. */
export interface StatsOptions {
  readonly sort: SortKey;
  /** Only functions whose name or place contains this, in any case. */
  readonly filter?: string;
  /** As `isFunction` takes it. */
  readonly function?: string;
  /** Counts idle time as a function like any other. */
  readonly idle?: boolean;
  /** The folder that places are told from, with a slash at its end. */
  readonly base: string;
}

/** A function with its callers and what it calls. */
export interface FunctionDetail extends FunctionRow {
  readonly callers: readonly Neighbour[];
  readonly callees: readonly Neighbour[];
}

/** What a profile says, function by function. */
export interface Stats {
  readonly title: string;
  readonly unit: Unit;
  /** What is 100 %, in the profile's unit. */
  readonly whole: number;
  readonly samples: number;
  /** Idle weight that `whole` leaves out. */
  readonly idle: number;
  readonly rows: readonly FunctionRow[];
  /** Functions before they were filtered. */
  readonly functions: number;
  /** Empty unless a function was asked for; the greatest total first. */
  readonly details: readonly FunctionDetail[];
  readonly notes: readonly string[];
}

/** Counts a profile by function. */
export function statsOf(profile: Profile, options: StatsOptions): Stats {
  const shown = options.idle === true ? profile : withoutIdle(profile);
  const {weight, samples} = sumOf(shown);
  const all = functionRows(shown).filter(({total}) => total > 0);
  const wanted = options.function;
  const chosen = wanted === undefined ? [] : all.filter(({frame}) => isFunction(frame, wanted, options.base));
  return {
    title: profile.title,
    unit: profile.unit,
    whole: weight,
    samples,
    idle: options.idle === true ? 0 : idleWeight(profile),
    rows: sortRows(
      all.filter(({frame}) => contains(frame, options.filter, options.base)),
      options.sort
    ),
    functions: all.length,
    details: sortRows(chosen, "total").map((row) => ({...row, ...neighboursOf(shown, row.index)})),
    notes: profile.notes
  };
}

function sortRows(rows: readonly FunctionRow[], key: SortKey): FunctionRow[] {
  if (key === "name") return [...rows].sort((a, b) => frameName(a.frame).localeCompare(frameName(b.frame), "en"));
  return [...rows].sort((a, b) => b[key] - a[key] || b.self - a.self);
}

function contains(frame: Frame, text: string | undefined, base: string): boolean {
  if (text === undefined) return true;
  return `${frameName(frame)} ${framePlace(frame, base)}`.toLowerCase().includes(text.toLowerCase());
}
