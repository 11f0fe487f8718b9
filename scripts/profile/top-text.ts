import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {formatNs, formatPercent, formatQuantity} from "#lib/units.js";
import {printableLine} from "../terminal/printable.js";
import {type Column, formatTable} from "../terminal/table.js";
import {cut} from "../terminal/width.js";
import type {LiveSlice} from "./live-sampler.js";
import {type TopHistory, type TopRow, type TopSort, trendText} from "./top-history.js";

/** What the live table shows. */
export interface TopState<Slice> {
  /** "process 4321: node app.js (Node 24.21.0)" */
  readonly title: string;
  readonly history: TopHistory;
  /** Null until the first slice is there. */
  readonly slice: Slice | null;
  readonly sort: TopSort;
  readonly paused: boolean;
  readonly seconds: number;
}

/** How slices of a kind are told. */
export interface TopText<Slice> {
  /** As `TopHistory` takes it. */
  readonly unit: number;
  /** What is said above the table. */
  readonly head: (state: TopState<Slice>) => string[];
  /** The table, its titles first. */
  readonly table: (rows: readonly TopRow[], width: number) => string[];
  readonly keys: string;
  /** A slice for another program. @param rows most functions */
  readonly json: (slice: Slice, rows: number) => object;
}

/** Slices of processor time. */
export const cpuTopText: TopText<LiveSlice> = {
  unit: 1e6,
  head: topHead,
  table: (rows, width) => formatTable(columns, rows.map(cells), width),
  keys: "s self   t total   i time   p pause   q quit",
  json({functions, ...rest}, rows) {
    const top = functions.slice(0, rows).map(({frame, self, total}) => ({...frame, selfUs: self, totalUs: total}));
    return {...rest, functions: top};
  }
};

const columns: readonly Column[] = [
  {title: "Self", align: "right"},
  {title: "Total", align: "right"},
  {title: "Time", align: "right", droppable: 1},
  {title: "Trend", droppable: 2},
  {title: "Function", least: 12},
  {title: "Place", least: 12}
];

/** The whole screen as lines, at most `rows` of them. */
export function topScreen<Slice>(text: TopText<Slice>, state: TopState<Slice>, width: number, rows: number): string[] {
  const head = [...text.head(state), ""];
  const foot = ["", text.keys];
  const room = Math.max(1, rows - head.length - foot.length - 1);
  const table = text.table(state.history.rows(state.sort).slice(0, room), width);
  return [...head, ...table, ...foot].map((line) => cut(line, width)).slice(0, rows);
}

function topHead({title, slice, seconds, sort, paused}: TopState<LiveSlice>): string[] {
  if (slice === null) return [title, "sampling the first slice …"];
  const {threads, samples, cpu, overhead, idle} = slice;
  const parts = [
    `${Math.round(seconds)} s`,
    formatQuantity(threads, "thread"),
    `processor ${formatPercent(cpu)}`,
    `idle ${formatPercent(idle)}`,
    `${samples} samples`,
    `overhead ${formatPercent(overhead)}`,
    paused ? "PAUSED" : `by ${sort}`
  ];
  return [title, parts.join("  ")];
}

function cells({frame, self, total, selfSum, trend}: TopRow): string[] {
  return [
    formatPercent(self),
    formatPercent(total),
    selfSum === 0 ? "" : formatNs(selfSum * 1e9),
    trendText(trend),
    printableLine(frameName(frame), 60),
    printableLine(framePlace(frame, `${process.cwd()}/`), 120)
  ];
}
