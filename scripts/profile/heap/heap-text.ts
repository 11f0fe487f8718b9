import process from "node:process";
import {frameName, framePlace} from "#lib/profile/frame-text.js";
import type {FunctionRow} from "#lib/profile/function-rows.js";
import {heaviestBranches} from "#lib/profile/heaviest-branches.js";
import type {Frame} from "#lib/profile/profile.js";
import {formatBytes, formatNs, formatPercent, formatQuantity} from "#lib/units.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import type {HeapRecording, HeapSummary} from "./heap-recording.js";

const columns: readonly Column[] = [
  {title: "Self", align: "right"},
  {title: "", align: "right"},
  {title: "Total", align: "right"},
  {title: "Function", least: 16},
  {title: "Place", least: 16}
];

const treeColumns: readonly Column[] = [
  {title: "Total", align: "right"},
  {title: "", align: "right"},
  {title: "Function", least: 16},
  {title: "Place", least: 16}
];

/** A branch below this share of all bytes is left out of the tree. */
const LEAST_BRANCH = 0.01;
const MOST_BRANCHES = 60;
/** Deeper levels are not moved further to the right. */
const MOST_LEVEL = 16;

/** What is shown of a recording. */
export interface HeapTextOptions {
  /** Most rows of the table. */
  readonly top: number;
  readonly tree: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** What a recording of allocations found, in lines: one for the whole, a table of functions, and perhaps a tree. */
export function heapText(recording: HeapRecording, summary: HeapSummary, options: HeapTextOptions): string[] {
  const {functions, bytes} = summary;
  const rows = functions.filter(({self}) => self > 0).slice(0, options.top);
  if (bytes === 0) return [headText(recording, summary), "nothing was sampled: less than about one interval of bytes"];
  const cells = rows.map((row) => cellsOf(row, bytes));
  return [
    headText(recording, summary),
    ...(rows.length > 0 ? ["", ...formatTable(columns, cells, options.width)] : []),
    ...(options.tree ? ["", ...treeText(summary, options.width)] : [])
  ];
}

/** The recording for another program: sizes in bytes, texts as they are. */
export function heapJson({live, intervalBytes}: HeapRecording, summary: HeapSummary, top: number): object {
  const {threads, samples, bytes, bytesPerSecond, functions} = summary;
  const rows = functions.slice(0, top).map(({frame, self, total, samples: found}) => ({
    ...frame,
    selfBytes: self,
    totalBytes: total,
    samples: found
  }));
  return {live, intervalBytes, threads, samples, bytes, bytesPerSecond, functions: rows};
}

function headText(
  {live, intervalBytes, seconds}: HeapRecording,
  {samples, bytes, bytesPerSecond}: HeapSummary
): string {
  const found = `${formatQuantity(samples, "sample")}, one in ${formatBytes(intervalBytes)}: ${formatBytes(bytes)}`;
  if (live) return `${found} that survive`;
  const rate = bytesPerSecond === null ? "" : `, ${formatBytes(bytesPerSecond)} in a second`;
  return `${found} allocated in ${formatNs(seconds * 1e9)}${rate}, garbage included`;
}

function treeText({profile, bytes}: HeapSummary, width: number): string[] {
  const rows = heaviestBranches(profile, LEAST_BRANCH, MOST_BRANCHES).map(({frame, level, total}) => [
    formatBytes(total),
    formatPercent(total / bytes),
    `${"  ".repeat(Math.min(level, MOST_LEVEL))}${nameText(frame)}`,
    placeText(frame)
  ]);
  return formatTable(treeColumns, rows, width);
}

function cellsOf({frame, self, total}: FunctionRow, bytes: number): string[] {
  return [formatBytes(self), formatPercent(self / bytes), formatBytes(total), nameText(frame), placeText(frame)];
}

function nameText(frame: Frame): string {
  return printableLine(frameName(frame), 80);
}

function placeText(frame: Frame): string {
  return printableLine(framePlace(frame, `${process.cwd()}/`), 120);
}
