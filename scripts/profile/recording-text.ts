import {frameName, framePlace} from "#lib/profile/frame-text.js";
import type {FunctionRow} from "#lib/profile/function-rows.js";
import {formatCount, formatNs, formatPercent, formatQuantity} from "#lib/units.js";
import {printableLine} from "../terminal/printable.js";
import {type Column, formatTable} from "../terminal/table.js";
import type {RecordingSummary} from "./recording.js";

const columns: readonly Column[] = [
  {title: "Self", align: "right"},
  {title: "", align: "right"},
  {title: "Total", align: "right"},
  {title: "Function", least: 16},
  {title: "Place", least: 16}
];

/**
 * What a recording found, in lines: one for the whole, then a table of functions.
 *
 * @param asked interval that was asked for, in microseconds
 * @param top most rows of the table
 * @param width columns of the terminal
 */
export function recordingText(summary: RecordingSummary, asked: number, top: number, width: number): string[] {
  const {samples, intervalUs, sampledUs, idleUs, functions} = summary;
  const idle = sampledUs > 0 ? `, ${formatPercent(idleUs / sampledUs)} idle` : "";
  const every =
    intervalUs === null ? "" : `, a median gap of ${formatNs(intervalUs * 1000)} (asked: ${formatNs(asked * 1000)})`;
  const head = `${formatQuantity(samples, "sample")} in ${formatNs(sampledUs * 1000)}${every}${idle}`;
  const rows = functions.filter(({self}) => self > 0).slice(0, top);
  if (rows.length === 0) return [head, ...(top > 0 ? ["no JavaScript ran while it was sampled"] : [])];
  const busy = Math.max(1, sampledUs - idleUs);
  return [
    head,
    "",
    ...formatTable(
      columns,
      rows.map((row) => cells(row, busy)),
      width
    )
  ];
}

/** The recording for another program: times in microseconds, texts as they are. */
export function recordingJson(summary: RecordingSummary, top: number): object {
  const {functions, ...rest} = summary;
  const rows = functions
    .slice(0, top)
    .map(({frame, self, total, samples}) => ({...frame, selfUs: self, totalUs: total, samples}));
  return {...rest, functions: rows};
}

function cells({frame, self, total}: FunctionRow, busyUs: number): string[] {
  return [
    formatNs(self * 1000),
    formatPercent(self / busyUs),
    formatNs(total * 1000),
    printableLine(frameName(frame), 80),
    printableLine(framePlace(frame, `${process.cwd()}/`), 120)
  ];
}

/** "process 4321, 2 workers": how many of each there were. */
export function countsText(processes: number, workers: number): string {
  const parts = [formatCount(processes) + (processes === 1 ? " process" : " processes")];
  if (workers > 0) parts.push(formatQuantity(workers, "worker"));
  return parts.join(", ");
}
