import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {formatNs, formatPercent, formatQuantity} from "#lib/units.js";
import {printableLine} from "../terminal/printable.js";
import {type Column, formatTable} from "../terminal/table.js";
import {cut} from "../terminal/width.js";
import type {LiveSlice} from "./live-sampler.js";
import {type TopHistory, type TopRow, type TopSort, trendText} from "./top-history.js";

/** What the live table shows. */
export interface TopState {
  /** "process 4321: node app.js (Node 24.21.0)" */
  readonly title: string;
  readonly history: TopHistory;
  /** Null until the first slice is there. */
  readonly slice: LiveSlice | null;
  readonly sort: TopSort;
  readonly paused: boolean;
  readonly seconds: number;
}

const columns: readonly Column[] = [
  {title: "Self", align: "right"},
  {title: "Total", align: "right"},
  {title: "Time", align: "right", droppable: 1},
  {title: "Trend", droppable: 2},
  {title: "Function", least: 12},
  {title: "Place", least: 12}
];

/** The whole screen as lines, at most `rows` of them. */
export function topScreen(state: TopState, width: number, rows: number): string[] {
  const head = [...topHead(state), ""];
  const foot = ["", "s self   t total   i time   p pause   q quit"];
  const room = Math.max(1, rows - head.length - foot.length - 1);
  const table = topTable(state.history.rows(state.sort).slice(0, room), width);
  return [...head, ...table, ...foot].map((line) => cut(line, width)).slice(0, rows);
}

/** What is said above the table. */
export function topHead({title, slice, seconds, sort, paused}: TopState): string[] {
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

/** The table, its titles first. */
export function topTable(rows: readonly TopRow[], width: number): string[] {
  return formatTable(columns, rows.map(cells), width);
}

function cells({frame, self, total, selfSeconds, trend}: TopRow): string[] {
  return [
    formatPercent(self),
    formatPercent(total),
    selfSeconds === 0 ? "" : formatNs(selfSeconds * 1e9),
    trendText(trend),
    printableLine(frameName(frame), 60),
    printableLine(framePlace(frame, `${process.cwd()}/`), 120)
  ];
}
