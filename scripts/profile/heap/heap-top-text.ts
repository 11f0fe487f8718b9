import process from "node:process";
import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {formatBytes, formatNs, formatQuantity} from "#lib/units.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {type TopRow, trendText} from "../top-history.js";
import type {TopState, TopText} from "../top-text.js";
import type {HeapSlice} from "./heap-live-sampler.js";

const columns: readonly Column[] = [
  {title: "Self/s", align: "right"},
  {title: "Total/s", align: "right"},
  {title: "Sum", align: "right", droppable: 1},
  {title: "Trend", droppable: 2},
  {title: "Function", least: 12},
  {title: "Place", least: 12}
];

/** Slices of allocations. */
export const heapTopText: TopText<HeapSlice> = {
  unit: 1,
  head,
  table,
  keys: "s self   t total   i sum   p pause   q quit",
  json({functions, ...rest}, rows) {
    const top = functions
      .slice(0, rows)
      .map(({frame, self, total}) => ({...frame, selfBytes: self, totalBytes: total}));
    return {...rest, bytesPerSecond: rest.bytes / rest.seconds, functions: top};
  }
};

function head({title, slice, seconds, sort, paused}: TopState<HeapSlice>): string[] {
  if (slice === null) return [title, "sampling the first slice …"];
  const {threads, samples, bytes, heapUsed, external, rss, pauseMs} = slice;
  const first = [
    `${Math.round(seconds)} s`,
    formatQuantity(threads, "thread"),
    `allocates ${formatBytes(bytes / slice.seconds)}/s`,
    formatQuantity(samples, "sample"),
    `stood still ${formatNs(pauseMs * 1e6)}`,
    paused ? "PAUSED" : `by ${sort === "time" ? "sum" : sort}`
  ];
  const memory = [
    `live heap ${formatBytes(heapUsed)}`,
    `outside it ${formatBytes(external)}`,
    `process ${formatBytes(rss)}`
  ];
  return [title, first.join("  "), memory.join("  ")];
}

/** Trends are told by the greatest value among them. */
function table(rows: readonly TopRow[], width: number): string[] {
  const most = rows.reduce((before, {trend}) => Math.max(before, ...trend), 1);
  return formatTable(
    columns,
    rows.map((row) => cells(row, most)),
    width
  );
}

function cells({frame, self, total, selfSum, trend}: TopRow, most: number): string[] {
  return [
    formatBytes(self),
    formatBytes(total),
    selfSum === 0 ? "" : formatBytes(selfSum),
    trendText(trend, most),
    printableLine(frameName(frame), 60),
    printableLine(framePlace(frame, `${process.cwd()}/`), 120)
  ];
}
