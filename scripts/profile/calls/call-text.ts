import {frameName} from "#lib/profile/frame-text.js";
import {formatCount, formatQuantity} from "#lib/units.js";
import type {Look} from "../../report/table.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {wrap} from "../../terminal/width.js";
import {moreText} from "../report/more-text.js";
import {placeText} from "../report/place-text.js";
import type {CallTable} from "./call-table.js";

const columns: readonly Column[] = [
  {title: "calls", align: "right"},
  {title: "function", least: 24},
  {title: "place", least: 16}
];

/** The table of calls, as lines for a terminal. */
export function callText(
  {rows, calls, functions, notes}: CallTable,
  limit: number,
  base: string,
  look: Look
): string[] {
  const shown = rows.slice(0, limit);
  const cells = shown.map(({frame, self}) => [
    formatCount(self),
    printableLine(frameName(frame)),
    placeText(frame, base, look.columns)
  ]);
  const [titles = "", ...lines] = formatTable(columns, cells, look.columns);
  const told = notes.flatMap((note) => wrap(`! ${printableLine(note)}`, look.columns, "  "));
  return [
    `${formatQuantity(calls, "call")} of ${formatQuantity(functions, "function")}, exact`,
    ...told.map((line) => look.paint("unsure", line)),
    "",
    look.paint("quiet", titles),
    ...lines,
    ...moreText(rows.length - shown.length, "function", look)
  ];
}

/** The table for another program; texts as they are. */
export function callJson({rows, calls, functions, notes}: CallTable, limit: number): object {
  return {
    calls,
    functionsCalled: functions,
    functions: rows.slice(0, limit).map(({frame, self}) => ({...frame, calls: self})),
    notes
  };
}
