import {printable} from "../terminal/printable.js";

/** A line of comma-separated values as RFC 4180 has it, safe to show on a terminal. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(field).join(",");
}

/** A text that a spreadsheet shows and does not calculate: one that begins as a formula gets an apostrophe. */
export function notFormula(text: string): string {
  return /^[=+\-@\t\r\n]|^\s+[=+\-@]/.test(text) ? `'${text}` : text;
}

function field(cell: string | number): string {
  const text = typeof cell === "number" ? String(cell) : printable(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The cells of a line; quotes may hold commas and doubled quotes, but no line breaks. */
export function csvCells(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))/g)) {
    cells.push(quoted === undefined ? (plain ?? "").trim() : quoted.replaceAll('""', '"'));
  }
  return cells;
}
