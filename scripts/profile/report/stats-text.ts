import {frameName, frameText, weightText} from "#lib/profile/frame-text.js";
import type {Neighbour} from "#lib/profile/neighbours.js";
import {formatCount, formatPercent, formatQuantity} from "#lib/units.js";
import type {Look} from "../../report/table.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {wrap} from "../../terminal/width.js";
import {moreText} from "./more-text.js";
import {placeText} from "./place-text.js";
import type {FunctionDetail, Stats} from "./stats.js";

const columns: readonly Column[] = [
  {title: "self", align: "right"},
  {title: "%", align: "right"},
  {title: "total", align: "right"},
  {title: "%", align: "right"},
  {title: "samples", align: "right", droppable: 1},
  {title: "function", least: 24},
  {title: "place", least: 16}
];

const neighbourColumns: readonly Column[] = [
  {title: "", align: "right"},
  {title: "%", align: "right"},
  {title: "function", least: 24},
  {title: "place", least: 16}
];

const LEGEND =
  "self: in the function itself · total: with all that it called, a function that calls itself counted once · " +
  "%: of ";

/** The table of functions, as lines for a terminal. */
export function statsText(stats: Stats, limit: number, base: string, look: Look): string[] {
  const {paint} = look;
  const {rows, unit, whole} = stats;
  const shown = rows.slice(0, limit);
  const cells = shown.map(({frame, self, total, samples}) => [
    weightText(self, unit),
    percent(self, whole),
    weightText(total, unit),
    percent(total, whole),
    formatCount(samples),
    printableLine(frameName(frame)),
    placeText(frame, base, look.columns)
  ]);
  const kept = unit === "samples" ? columns.filter(({title}) => title !== "samples") : columns;
  const keptCells = cells.map((row) => row.filter((_, index) => kept.includes(columns[index]!)));
  const [titles = "", ...lines] = formatTable(kept, keptCells, look.columns);
  const more = rows.length - shown.length;
  return [
    paint("strong", printableLine(stats.title)),
    ...wrap(wholeText(stats), look.columns),
    ...notesText(stats, look),
    "",
    paint("quiet", titles),
    ...lines,
    ...moreText(more, "function", look),
    "",
    ...wrap(`${LEGEND}${weightText(whole, unit)}`, look.columns).map((line) => paint("quiet", line))
  ];
}

/** Callers and callees of one function, as lines for a terminal. */
export function detailText(detail: FunctionDetail, stats: Stats, limit: number, base: string, look: Look): string[] {
  const {unit, whole} = stats;
  const {self, total} = detail;
  const share = (weight: number) => `${weightText(weight, unit)} (${percent(weight, whole)})`;
  return [
    look.paint("strong", printableLine(frameText(detail.frame, base))),
    `self ${share(self)}, total ${share(total)}, per cent of ${weightText(whole, unit)}`,
    "",
    ...neighbourLines("called by", detail.callers, {stats, limit, base, look}),
    "",
    ...neighbourLines("calls", detail.callees, {stats, limit, base, look})
  ];
}

interface Shown {
  readonly stats: Stats;
  readonly limit: number;
  readonly base: string;
  readonly look: Look;
}

function neighbourLines(title: string, neighbours: readonly Neighbour[], {stats, limit, base, look}: Shown): string[] {
  if (neighbours.length === 0) return [look.paint("quiet", `${title} nothing that was sampled`)];
  const cells = neighbours
    .slice(0, limit)
    .map(({frame, weight}) => [
      weightText(weight, stats.unit),
      percent(weight, stats.whole),
      printableLine(frameName(frame)),
      placeText(frame, base, look.columns)
    ]);
  const more = neighbours.length - cells.length;
  const [titles = "", ...lines] = formatTable(
    [{...neighbourColumns[0]!, title}, ...neighbourColumns.slice(1)],
    cells,
    look.columns
  );
  return [look.paint("quiet", titles), ...lines, ...(more > 0 ? [look.paint("quiet", `and ${more} more`)] : [])];
}

function wholeText({unit, whole, samples, idle, functions}: Stats): string {
  const counted = unit === "samples" || samples === 0 ? "" : `${formatQuantity(Math.round(samples), "sample")}, `;
  const left = idle > 0 ? `; ${weightText(idle, unit)} idle are left out` : "";
  return `${counted}${weightText(whole, unit)} in ${formatQuantity(functions, "function")}${left}`;
}

function notesText({notes}: Stats, {columns, paint}: Look): string[] {
  return notes.flatMap((note) => wrap(`! ${printableLine(note)}`, columns, "  ")).map((line) => paint("unsure", line));
}

function percent(weight: number, whole: number): string {
  return whole === 0 ? "" : formatPercent(weight / whole);
}
