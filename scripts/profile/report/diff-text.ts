import type {Change, ChangeRow, Comparison} from "#lib/profile/compare-profiles.js";
import {frameName, weightText} from "#lib/profile/frame-text.js";
import type {Unit} from "#lib/profile/profile.js";
import {formatCount, formatPercent, formatQuantity} from "#lib/units.js";
import type {Look} from "../../report/table.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {wrap} from "../../terminal/width.js";
import type {Tone} from "../../terminal.js";
import {moreText} from "./more-text.js";
import {placeText} from "./place-text.js";

const columns: readonly Column[] = [
  {title: "before", align: "right"},
  {title: "after", align: "right"},
  {title: "difference", align: "right"},
  {title: ""},
  {title: "function", least: 24},
  {title: "place", least: 16}
];

const TONES: Readonly<Record<Change, Tone>> = {
  grew: "bad",
  appeared: "bad",
  shrank: "good",
  vanished: "good",
  same: "quiet"
};

const LEGEND =
  "Shares of self weight, each of its own profile's whole, in percentage points. ~: no more than two " +
  "standard errors of sampling. Lines of the runtime's own files are ignored, so that versions of it can be compared.";

/** Two profiles beside each other, and how they are told. */
export interface DiffParts {
  readonly titles: readonly [before: string, after: string];
  readonly unit: Unit;
  readonly comparison: Comparison;
  /** The rows that were asked for. */
  readonly rows: readonly ChangeRow[];
  readonly notes: readonly string[];
}

/** The table of changes, as lines for a terminal. */
export function diffText(parts: DiffParts, limit: number, base: string, look: Look): string[] {
  const {titles, unit, comparison, rows, notes} = parts;
  const {paint} = look;
  const [titleLine = "", ...lines] = formatTable(
    columns,
    rows.slice(0, limit).map((row) => cellsOf(row, base, look)),
    look.columns
  );
  const wholes = comparison.wholes.map(({weight, samples}, side) => {
    const counted = unit === "samples" || samples === 0 ? "" : ` (${formatQuantity(Math.round(samples), "sample")})`;
    return `${side === 0 ? "before" : "after "}  ${printableLine(titles[side]!)}  ${weightText(weight, unit)}${counted}`;
  });
  const more = rows.length - limit;
  return [
    ...wholes.map((line) => paint("strong", line)),
    ...notes.map((note) => paint("unsure", `! ${printableLine(note)}`)),
    countText(rows),
    "",
    paint("quiet", titleLine),
    ...lines,
    ...moreText(more, "function", look),
    "",
    ...wrap(LEGEND, look.columns).map((line) => paint("quiet", line))
  ];
}

function cellsOf({frame, change, before, after, difference, clear}: ChangeRow, base: string, look: Look): string[] {
  const {paint, columns} = look;
  return [
    formatPercent(before.self),
    formatPercent(after.self),
    paint(clear === false ? "quiet" : TONES[change], pointsText(difference)),
    clear === false ? `~ ${change}` : `  ${change}`,
    printableLine(frameName(frame)),
    placeText(frame, base, columns)
  ];
}

function countText(rows: readonly ChangeRow[]): string {
  const count = (change: Change) => formatCount(rows.filter((row) => row.change === change).length);
  return (["grew", "shrank", "appeared", "vanished"] as const).map((change) => `${count(change)} ${change}`).join(", ");
}

/** A difference of shares in percentage points, with its sign: "+3.4", "−0.12". */
function pointsText(difference: number): string {
  const points = Number((Math.abs(difference) * 100).toPrecision(2));
  return points === 0 ? "0" : `${difference > 0 ? "+" : "−"}${points}`;
}
