import {frameName, weightText} from "#lib/profile/frame-text.js";
import type {Growth, GrowthRow} from "#lib/profile/heap-growth.js";
import {formatBytes, formatQuantity} from "#lib/units.js";
import type {Look} from "../../report/table.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {wrap} from "../../terminal/width.js";
import {moreText} from "../report/more-text.js";
import {placeText} from "../report/place-text.js";

const columns: readonly Column[] = [
  {title: "before", align: "right"},
  {title: "after", align: "right"},
  {title: "growth", align: "right"},
  {title: "function", least: 24},
  {title: "place", least: 16}
];

const LEGEND =
  "Bytes of the functions themselves. ~: no more than two standard errors of sampling. Recordings of different length " +
  "differ for that alone: `lab profile diff` compares shares.";

/** Two recordings beside each other, and how they are told. */
export interface GrowthParts {
  readonly titles: readonly [before: string, after: string];
  readonly growth: Growth;
  /** The rows that were asked for. */
  readonly rows: readonly GrowthRow[];
}

/** The table of growth by function, as lines for a terminal. */
export function growthText({titles, growth, rows}: GrowthParts, limit: number, base: string, look: Look): string[] {
  const {paint} = look;
  const wholes = [growth.before, growth.after].map(({weight, samples}, side) => {
    const counted = samples === 0 ? "" : ` (${formatQuantity(Math.round(samples), "sample")})`;
    return `${side === 0 ? "before" : "after "}  ${printableLine(titles[side]!)}  ${weightText(weight, "bytes")}${counted}`;
  });
  const cells = rows.slice(0, limit).map((row) => cellsOf(row, base, look));
  const [titleLine = "", ...lines] = formatTable(columns, cells, look.columns);
  return [
    ...wholes.map((line) => paint("strong", line)),
    wholeGrowth(growth.after.weight - growth.before.weight),
    "",
    paint("quiet", titleLine),
    ...lines,
    ...moreText(rows.length - limit, "function", look),
    "",
    ...wrap(LEGEND, look.columns).map((line) => paint("quiet", line))
  ];
}

function wholeGrowth(bytes: number): string {
  if (bytes === 0) return "as much as before";
  return `${bytes > 0 ? "grew" : "shrank"} by ${formatBytes(Math.abs(bytes))}`;
}

/** A growth in its tone: "+12.0 MB", "−3.20 kB"; quiet if it is not clear. */
export function growthCell(growth: number, clear: boolean | null, {paint}: Look): string {
  if (growth === 0) return "0 B";
  if (clear === false) return paint("quiet", `~ ${signedBytes(growth)}`);
  return paint(growth > 0 ? "bad" : "good", signedBytes(growth));
}

function cellsOf({frame, before, after, growth, clear}: GrowthRow, base: string, look: Look): string[] {
  return [
    formatBytes(before.self),
    formatBytes(after.self),
    growthCell(growth, clear, look),
    printableLine(frameName(frame)),
    placeText(frame, base, look.columns)
  ];
}

function signedBytes(bytes: number): string {
  return `${bytes < 0 ? "−" : "+"}${formatBytes(Math.abs(bytes))}`;
}
