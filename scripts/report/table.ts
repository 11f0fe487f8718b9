import type {Verdict} from "#lib/estimate.js";
import type {Run} from "#lib/result.js";
import {MIN_BLOCKS} from "#lib/stats/paired-ratio.js";
import {formatCount, formatInterval, formatNs, formatQuantity, formatRatio, intervalDecimals} from "#lib/units.js";
import {type Column, formatTable, tableWidth} from "../terminal/table.js";
import {wrap} from "../terminal/width.js";
import type {Tone} from "../terminal.js";
import {type Row, rowsOf} from "./rows.js";
import {strip} from "./strip.js";

/** How a text is shown: the width of the terminal, and what a tone looks like. */
export interface Look {
  readonly columns: number;
  readonly paint: (tone: Tone, text: string) => string;
}

/** What a verdict looks like. */
export const verdictTones: Record<Verdict, Tone> = {
  faster: "good",
  slower: "bad",
  same: "accent",
  inconclusive: "unsure"
};

const columns: readonly Column[] = [
  {title: "", least: 12},
  {title: "time", align: "right", droppable: 1},
  {title: "ratio", align: "right"},
  {title: "interval"},
  {title: "verdict"},
  {title: "processes"}
];

/** What stands below a table that has no room for the strips. */
const modeColumns: readonly Column[] = [{title: "  in two groups", least: 12}, {title: "processes"}];

const legend = "ratio: time ÷ time of the baseline above it · interval: 95 %, widened for the number of comparisons";
const stripLegend = " · each dot is a process, │ the estimate";

const narrowestStrip = 9;
/** Columns that titles may lose so that the strips fit. */
const cutForStrips = 4;
const widestStrip = 31;

/**
 * The table of a run: under each size the baselines, under each of them what is compared with it, with a strip
 * of the processes where there is room; where there is none, the strips follow that two groups make worth seeing.
 */
export function comparisonTable(run: Run, look: Look): string[] {
  const rows = rowsOf(run);
  const cells = (width: number) => {
    return rows.flatMap((row, index) => {
      const line = cellsOf(row, width, look);
      if (rows[index - 1]?.size === row.size) return [line];
      return [[look.paint("strong", formatQuantity(row.size, run.lab.unit))], line];
    });
  };
  const room = look.columns - tableWidth(columns, cells(narrowestStrip));
  const hasStrips = room >= -cutForStrips;
  const shown = hasStrips ? columns : columns.slice(0, -1);
  const [titles = "", ...lines] = formatTable(shown, cells(stripWidth(narrowestStrip + room)), look.columns);
  const modes = hasStrips ? [] : modeTable(rows, look);
  const explained = wrap(legend + (hasStrips || modes.length > 0 ? stripLegend : ""), look.columns);
  return [look.paint("quiet", titles), ...lines, ...modes, "", ...explained.map((line) => look.paint("quiet", line))];
}

function modeTable(rows: readonly Row[], look: Look): string[] {
  const split = rows.filter(({comparison}) => comparison?.twoModes === true);
  if (split.length === 0) return [];
  const cells = (width: number) =>
    split.map((row) => [`  ${row.title} at ${formatCount(row.size)}`, stripCell(row, width, look)]);
  const room = look.columns - tableWidth(modeColumns, cells(narrowestStrip));
  const [titles = "", ...lines] = formatTable(modeColumns, cells(stripWidth(narrowestStrip + room)), look.columns);
  return ["", look.paint("quiet", titles), ...lines];
}

/** Odd, so that there is a middle. */
function stripWidth(room: number): number {
  const width = Math.max(narrowestStrip, Math.min(widestStrip, room));
  return width - ((width + 1) % 2);
}

function cellsOf(row: Row, width: number, look: Look): string[] {
  const title = `${"  ".repeat(row.depth + 1)}${row.title}`;
  return [title, formatNs(row.ns), ...verdictCells(row, look), stripCell(row, width, look)];
}

function verdictCells({comparison, depth, blocks}: Row, {paint}: Look): string[] {
  if (depth === 0) return ["", "", paint("quiet", "baseline")];
  if (comparison === null) return ["", "", paint("quiet", `${blocks} of ${MIN_BLOCKS} blocks`)];
  const {estimate, verdict} = comparison;
  return [
    paint("strong", formatRatio(estimate.ratio, intervalDecimals(estimate.interval))),
    formatInterval(estimate.interval),
    paint(verdictTones[verdict], verdict)
  ];
}

function stripCell({spread, comparison}: Row, width: number, {paint}: Look): string {
  const {dots, reach} = strip(spread, comparison?.estimate.ratio ?? 1, width);
  return `${dots} ${paint("quiet", reach)}`;
}
