import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {errorUs, type Listing, type ListingRow} from "#lib/profile/listing.js";
import {formatCount, formatNs, formatPercent, formatQuantity} from "#lib/units.js";
import type {Look} from "../../report/table.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {wrap} from "../../terminal/width.js";
import {type LineMark, lineMark, MARK_TEXTS} from "./line-mark.js";
import type {LineReport} from "./line-report.js";
import {MODULE} from "./span-frame.js";

/** How listings are shown. */
export interface LineLook {
  readonly look: Look;
  readonly base: string;
  /** Every line, and not only what is near to a sample. */
  readonly full: boolean;
  /** Whether time may be divided by hits: both runs were whole. */
  readonly perHit: boolean;
}

/** A listing with more lines is told from where its samples are. */
const WHOLE_LINES = 40;
/** Lines before and after one with samples. */
const AROUND = 2;

const columns: readonly Column[] = [
  {title: "line", align: "right"},
  {title: "hits", align: "right"},
  {title: "time", align: "right"},
  {title: "±", align: "right", droppable: 2},
  {title: "per hit", align: "right", droppable: 1},
  {title: "%", align: "right"},
  {title: ""},
  {title: "source", least: 30}
];

/** The listings of a report, as lines for a terminal. */
export function lineText({listings, notes}: LineReport, look: LineLook): string[] {
  const {paint, columns: width} = look.look;
  const told = notes
    .flatMap((note) => wrap(`! ${printableLine(note)}`, width, "  "))
    .map((line) => paint("unsure", line));
  const texts = listings.flatMap((listing) => [...listingText(listing, look), ""]);
  return [...texts, ...legend(listings, look), ...told];
}

function listingText(listing: Listing, {look, base, full, perHit}: LineLook): string[] {
  const {span, whole, unlined, foreign} = listing;
  const name = span.isModule ? MODULE : frameName(span);
  const place = framePlace({...listing, name, column: 0}, base);
  const rows = full ? listing.rows : nearSamples(listing.rows);
  const indent = commonIndent(rows);
  const cells = rows.map((row) => cellsOf(row, {whole: whole.us, indent, perHit}));
  const gaps = new Set(rows.flatMap(({line}, index) => (index > 0 && line > rows[index - 1]!.line + 1 ? [index] : [])));
  const [titles = "", ...lines] = formatTable(columns, cells, look.columns);
  const us = ({us: time, samples}: {us: number; samples: number}) =>
    `${formatNs(time * 1000)} (${formatQuantity(samples, "sample")})`;
  return [
    look.paint("strong", printableLine(`${name} (${place})`)),
    `${formatQuantity(span.calls, "call")}; ${us(whole)} on these lines`,
    ...(unlined.samples > 0 ? [`${us(unlined)} of it on no line that can be told`] : []),
    ...(foreign.samples > 0 ? [`and ${us(foreign)} inlined from elsewhere: not its own`] : []),
    "",
    look.paint("quiet", titles),
    ...lines.flatMap((line, index) => (gaps.has(index) ? [look.paint("quiet", "     …"), line] : [line]))
  ];
}

function cellsOf(
  row: ListingRow,
  {whole, indent, perHit}: {whole: number; indent: number; perHit: boolean}
): readonly string[] {
  const {line, hits, us, samples, source} = row;
  const timed = samples > 0;
  return [
    String(line),
    hits === null ? "" : formatCount(hits),
    timed ? formatNs(us * 1000) : "",
    timed ? formatNs(errorUs(row) * 1000) : "",
    timed && perHit && hits !== null && hits > 0 ? formatNs((us * 1000) / hits) : "",
    timed && whole > 0 ? formatPercent(us / whole) : "",
    lineMark(row),
    printableLine(untabbed(source).slice(indent), 200)
  ];
}

const markTexts = Object.entries(MARK_TEXTS) as [LineMark, string][];

/** What the marks mean that occur. */
function legend(listings: readonly Listing[], {look, perHit}: LineLook): string[] {
  const marks = new Set(listings.flatMap(({rows}) => rows.map(lineMark)));
  const returned = listings.some(({rows}) => rows.some((row) => row.returned > 0));
  const lines = [
    "hits: how often the line's code began, exact; that of a loop is how often it was entered · time: sampled, ± one " +
      "standard error · %: of the time on these lines",
    ...(perHit ? [] : ["no time per hit: one of the runs was ended early, or they ended differently"]),
    ...markTexts.filter(([mark]) => marks.has(mark)).map(([mark, text]) => `${mark} ${text}`),
    ...(returned
      ? ["what V8 charged to callers of inlined functions was put back where only one line can have made it"]
      : [])
  ];
  return lines.flatMap((line) => wrap(line, look.columns)).map((line) => look.paint("quiet", line));
}

function nearSamples(rows: readonly ListingRow[]): readonly ListingRow[] {
  if (rows.length <= WHOLE_LINES) return rows;
  const near = (index: number) => rows.slice(Math.max(0, index - AROUND), index + AROUND + 1);
  const kept = rows.filter((_, index) => index === 0 || near(index).some(({samples}) => samples > 0));
  return kept.length > 1 ? kept : rows.slice(0, WHOLE_LINES);
}

function commonIndent(rows: readonly ListingRow[]): number {
  const indents = rows.map(({source}) => untabbed(source)).filter((line) => line.trim() !== "");
  return indents.reduce((least, line) => Math.min(least, line.search(/\S/)), indents.length === 0 ? 0 : 100);
}

function untabbed(line: string): string {
  return line.replaceAll("\t", "  ");
}
