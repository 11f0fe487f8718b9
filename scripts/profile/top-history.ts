import type {FunctionRow} from "#lib/profile/function-rows.js";
import type {Frame} from "#lib/profile/profile.js";
import {frameKey} from "#lib/profile/profile-builder.js";

/** What the table can be sorted by. */
export type TopSort = "self" | "total" | "time";

/** A function in the live table. */
export interface TopRow {
  readonly frame: Frame;
  /** In the function itself, in a second of the last slice: of time a share, and 1 is a thread that does nothing else. */
  readonly self: number;
  /** As `self`, with all that it called. */
  readonly total: number;
  /** In the function itself since the table began. */
  readonly selfSum: number;
  /** `self` of the last slices, the newest last. */
  readonly trend: readonly number[];
}

interface Entry {
  readonly frame: Frame;
  self: number;
  total: number;
  selfSum: number;
  trend: number[];
}

const MOST_TREND = 10;

/** What the table needs of a slice. */
export interface TopSlice {
  readonly seconds: number;
  readonly functions: readonly FunctionRow[];
}

/** What was seen of a process slice by slice. */
export class TopHistory {
  readonly #entries = new Map<string, Entry>();
  readonly #unit: number;
  #slices = 0;

  /** @param unit how much of the slices' weight is 1 in the table: a million microseconds are a second */
  constructor(unit = 1e6) {
    this.#unit = unit;
  }

  add({functions, seconds}: TopSlice): void {
    const rows = new Map(functions.map((row) => [frameKey(row.frame), row]));
    for (const [key, row] of rows) if (!this.#entries.has(key)) this.#entries.set(key, this.#newEntry(row));
    for (const [key, entry] of this.#entries) {
      const {self = 0, total = 0} = rows.get(key) ?? {};
      entry.self = self / this.#unit / seconds;
      entry.total = total / this.#unit / seconds;
      entry.selfSum += self / this.#unit;
      entry.trend = [...entry.trend, entry.self].slice(-MOST_TREND);
    }
    this.#slices++;
  }

  /** Functions that were seen, sorted; those without a part in the last slice come after the others. */
  rows(sort: TopSort): TopRow[] {
    const value = (row: TopRow) => (sort === "self" ? row.self : sort === "total" ? row.total : row.selfSum);
    return [...this.#entries.values()].sort((a, b) => value(b) - value(a) || b.selfSum - a.selfSum);
  }

  /** A function that is seen for the first time was not there in the slices before. */
  #newEntry({frame}: FunctionRow): Entry {
    const trend = Array.from({length: Math.min(this.#slices, MOST_TREND - 1)}, () => 0);
    return {frame, self: 0, total: 0, selfSum: 0, trend};
  }
}

const LEVELS = " .:-=+*#%@";

/** A trend as one character a slice: a blank is nothing, `@` is the whole: of time a whole thread. */
export function trendText(trend: readonly number[], whole = 1): string {
  const level = (value: number) => (value <= 0 ? 0 : Math.min(LEVELS.length - 1, 1 + Math.floor((value / whole) * 9)));
  return trend.map((value) => LEVELS[level(value)]).join("");
}
