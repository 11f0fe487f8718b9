import {cut, displayWidth, pad} from "./width.js";

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** The width that it may be cut to when the terminal is narrow; it is never cut if left out. */
  readonly least?: number;
  /** Left out altogether on a terminal too narrow for it: the highest number goes first. */
  readonly droppable?: number;
}

const gap = "  ";

/**
 * Lays a table out by display width, in lines without a line break at the end. When it is wider than the
 * terminal, columns with `least` are cut first, then columns with `droppable` are left out.
 *
 * @param rows one cell a column; cells may be styled
 * @param width columns of the terminal
 */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const natural = naturalWidths(columns, rows);
  let kept = columns.map((_, index) => index);
  while (total(kept.map((index) => least(columns[index]!, natural[index]!))) > width) {
    const victim = mostDroppable(columns, kept);
    if (victim === undefined) break;
    kept = kept.filter((index) => index !== victim);
  }
  const widths = fit(columns, natural, kept, width);
  const layOut = (cells: readonly string[]) =>
    kept
      .map((index) => pad(cut(cells[index] ?? "", widths[index]!), widths[index]!, columns[index]!.align))
      .join(gap)
      .trimEnd();
  return [layOut(columns.map(({title}) => title)), ...rows.map(layOut)];
}

/** Columns that a table takes on a terminal wide enough for all of it. */
export function tableWidth(columns: readonly Column[], rows: readonly (readonly string[])[]): number {
  return total(naturalWidths(columns, rows));
}

function naturalWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({title}, index) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[index] ?? "")), displayWidth(title))
  );
}

function least({title, least}: Column, natural: number): number {
  return least === undefined ? natural : Math.min(natural, Math.max(least, displayWidth(title)));
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap.length * Math.max(0, widths.length - 1));
}

function mostDroppable(columns: readonly Column[], kept: readonly number[]): number | undefined {
  let victim: number | undefined;
  for (const index of kept) {
    const rank = columns[index]!.droppable;
    if (rank === undefined) continue;
    if (victim === undefined || rank > columns[victim]!.droppable!) victim = index;
  }
  return victim;
}

function fit(
  columns: readonly Column[],
  natural: readonly number[],
  kept: readonly number[],
  width: number
): readonly number[] {
  const widths = [...natural];
  let excess = total(kept.map((index) => widths[index]!)) - width;
  for (const index of kept) {
    if (excess <= 0) break;
    const taken = Math.min(excess, widths[index]! - least(columns[index]!, natural[index]!));
    widths[index]! -= taken;
    excess -= taken;
  }
  return widths;
}
