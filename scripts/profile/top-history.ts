import type {FunctionRow} from "#lib/profile/function-rows.js";
import type {Frame} from "#lib/profile/profile.js";
import {frameKey} from "#lib/profile/profile-builder.js";
import type {LiveSlice} from "./live-sampler.js";

/** What the table can be sorted by. */
export type TopSort = "self" | "total" | "time";

/** A function in the live table. */
export interface TopRow {
  readonly frame: Frame;
  /** Share of the last slice's time: 1 is one thread that does nothing else. */
  readonly self: number;
  readonly total: number;
  /** Seconds in the function itself since the table began. */
  readonly selfSeconds: number;
  /** Self shares of the last slices, the newest last. */
  readonly trend: readonly number[];
}

interface Entry {
  readonly frame: Frame;
  self: number;
  total: number;
  selfSeconds: number;
  trend: number[];
}

const MOST_TREND = 10;

/** What was seen of a process slice by slice. */
export class TopHistory {
  readonly #entries = new Map<string, Entry>();
  #slices = 0;

  add({functions, seconds}: LiveSlice): void {
    const rows = new Map(functions.map((row) => [frameKey(row.frame), row]));
    for (const [key, row] of rows) if (!this.#entries.has(key)) this.#entries.set(key, this.#newEntry(row));
    for (const [key, entry] of this.#entries) {
      const {self = 0, total = 0} = rows.get(key) ?? {};
      entry.self = self / 1e6 / seconds;
      entry.total = total / 1e6 / seconds;
      entry.selfSeconds += self / 1e6;
      entry.trend = [...entry.trend, entry.self].slice(-MOST_TREND);
    }
    this.#slices++;
  }

  /** Functions that were seen, sorted; those without a part in the last slice come after the others. */
  rows(sort: TopSort): TopRow[] {
    const value = (row: TopRow) => (sort === "self" ? row.self : sort === "total" ? row.total : row.selfSeconds);
    return [...this.#entries.values()].sort((a, b) => value(b) - value(a) || b.selfSeconds - a.selfSeconds);
  }

  /** A function that is seen for the first time was not there in the slices before. */
  #newEntry({frame}: FunctionRow): Entry {
    const trend = Array.from({length: Math.min(this.#slices, MOST_TREND - 1)}, () => 0);
    return {frame, self: 0, total: 0, selfSeconds: 0, trend};
  }
}

const LEVELS = " .:-=+*#%@";

/** A trend as one character a slice: a blank is nothing, `@` is a whole thread. */
export function trendText(trend: readonly number[]): string {
  return trend.map((share) => LEVELS[share <= 0 ? 0 : Math.min(LEVELS.length - 1, 1 + Math.floor(share * 9))]).join("");
}
