import process from "node:process";
import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {explainReason} from "#lib/profile/v8-log/explain-reason.js";
import type {CacheSite, CodePlace, Deoptimisation} from "#lib/profile/v8-log/v8-log.js";
import {formatCount, formatQuantity} from "#lib/units.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import type {DeoptReport} from "./deopt-report.js";

const deoptColumns: readonly Column[] = [
  {title: "Times", align: "right"},
  {title: "Function", least: 12},
  {title: "Place"},
  {title: "Reason", least: 16},
  {title: "Inlined into", least: 12, droppable: 1}
];

const siteColumns: readonly Column[] = [
  {title: "Cache"},
  {title: "Shapes", align: "right"},
  {title: "Misses", align: "right"},
  {title: "Property", least: 8},
  {title: "Function", least: 12},
  {title: "Place"}
];

/** Longest place, in characters. */
const MOST_PLACE = 36;

/** What is shown. */
export interface DeoptTextOptions {
  /** Most rows of each table. */
  readonly top: number;
  readonly caches: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** What the logs say, in lines: deoptimisations, what their reasons mean, and sites of inline caches. */
export function deoptText(report: DeoptReport, {top, caches, width}: DeoptTextOptions): string[] {
  const {deoptimisations, sites} = report;
  const lines = [headText(report)];
  if (deoptimisations.length > 0) {
    const shown = deoptimisations.slice(0, top);
    lines.push(
      "",
      ...formatTable(deoptColumns, shown.map(deoptCells), width),
      ...moreText(deoptimisations.length - top)
    );
    lines.push("", ...meaningsText(shown));
  }
  if (!caches) return lines;
  if (sites.length === 0) return [...lines, "", "no inline cache of compiled functions has seen more than one shape"];
  const rows = sites.slice(0, top).map(siteCells);
  return [...lines, "", ...formatTable(siteColumns, rows, width), ...moreText(sites.length - top)];
}

function headText({deoptimisations, hidden}: DeoptReport): string {
  const count = deoptimisations.reduce((sum, each) => sum + each.count, 0);
  const left = [
    hidden.harmless > 0 ? `${formatCount(hidden.harmless)} harmless` : "",
    hidden.ofNode > 0 ? `${formatCount(hidden.ofNode)} in Node's own code` : ""
  ].filter((part) => part !== "");
  const rest = left.length === 0 ? "" : `; left out: ${left.join(", ")} (--all shows them)`;
  return `${formatQuantity(count, "deoptimisation")} at ${formatQuantity(deoptimisations.length, "place")}${rest}`;
}

function deoptCells({count, functionName, places, reason}: Deoptimisation): string[] {
  const [place, ...inlined] = places;
  return [
    formatCount(count),
    nameText(functionName ?? "?"),
    placeText(place),
    printableLine(reason, 60),
    inlined.map(placeText).join(" ← ")
  ];
}

function siteCells({state, shapes, misses, property, functionName, place}: CacheSite): string[] {
  const name = property === null ? "several" : printableLine(property, 40);
  return [state, formatCount(shapes), formatCount(misses), name, nameText(functionName), placeText(place)];
}

/** Each reason of the table once. */
function meaningsText(shown: readonly Deoptimisation[]): string[] {
  const meanings = new Map<string, string>();
  for (const each of shown) {
    const {meaning} = explainReason(each);
    if (!meanings.has(meaning)) meanings.set(meaning, each.reason);
  }
  return [...meanings].map(([meaning, reason]) => `${printableLine(reason, 60)}: ${meaning}.`);
}

function nameText(name: string): string {
  return printableLine(frameName({name}), 40);
}

/** With the column: a line may hold several accesses. Where it is long the end is kept. */
function placeText(place: CodePlace): string {
  const text = printableLine(framePlace({name: "", ...place}, `${process.cwd()}/`));
  const whole = place.column > 0 ? `${text}:${place.column}` : text;
  return whole.length > MOST_PLACE ? `…${whole.slice(1 - MOST_PLACE)}` : whole;
}

function moreText(more: number): string[] {
  return more > 0 ? [`${formatQuantity(more, "row")} more: --top shows them`] : [];
}
