import type {ClassGrowth, SnapshotClasses} from "#lib/profile/class-growth.js";
import {formatBytes, formatCount, formatPercent, formatQuantity} from "#lib/units.js";
import type {Look} from "../../report/table.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {wrap} from "../../terminal/width.js";
import {moreText} from "../report/more-text.js";
import {growthCell} from "./growth-text.js";

const columns: readonly Column[] = [
  {title: "objects", align: "right"},
  {title: "bytes", align: "right"},
  {title: "%", align: "right"},
  {title: "constructor", least: 24}
];

const growthColumns: readonly Column[] = [
  {title: "before", align: "right"},
  {title: "after", align: "right"},
  {title: "objects", align: "right"},
  {title: "growth", align: "right"},
  {title: "constructor", least: 24}
];

const LEGEND =
  "Bytes of the objects themselves, not of what they keep alive. In parentheses what no constructor made. DevTools " +
  "open snapshots and show who keeps what: Memory, Load profile.";

/** What a heap snapshot holds, as lines for a terminal. */
export function classText(snapshot: SnapshotClasses, limit: number, look: Look): string[] {
  const {classes, bytes} = snapshot;
  const cells = classes
    .slice(0, limit)
    .map((row) => [formatCount(row.count), formatBytes(row.bytes), share(row.bytes, bytes), printableLine(row.name)]);
  const [titles = "", ...lines] = formatTable(columns, cells, look.columns);
  return [wholeText(snapshot), "", look.paint("quiet", titles), ...lines];
}

/** Two heap snapshots beside each other, as lines for a terminal. @param rows those that were asked for */
export function classGrowthText(
  snapshots: readonly [before: SnapshotClasses, after: SnapshotClasses],
  rows: readonly ClassGrowth[],
  limit: number,
  look: Look
): string[] {
  const {paint} = look;
  const cells = rows
    .slice(0, limit)
    .map(({name, before, after, growth, countGrowth}) => [
      formatBytes(before.bytes),
      formatBytes(after.bytes),
      signedCount(countGrowth),
      growthCell(growth, null, look),
      printableLine(name)
    ]);
  const [titles = "", ...lines] = formatTable(growthColumns, cells, look.columns);
  return [
    ...snapshots.map((snapshot, side) =>
      paint("strong", `${side === 0 ? "before" : "after "}  ${wholeText(snapshot)}`)
    ),
    "",
    paint("quiet", titles),
    ...lines,
    ...moreText(rows.length - limit, "constructor", look),
    "",
    ...wrap(LEGEND, look.columns).map((line) => paint("quiet", line))
  ];
}

function wholeText({place, objects, bytes}: SnapshotClasses): string {
  return `${printableLine(place)}  ${formatQuantity(objects, "object")}, ${formatBytes(bytes)}`;
}

function share(bytes: number, whole: number): string {
  return whole === 0 ? "" : formatPercent(bytes / whole);
}

function signedCount(count: number): string {
  if (count === 0) return "0";
  return `${count < 0 ? "−" : "+"}${formatCount(Math.abs(count))}`;
}
