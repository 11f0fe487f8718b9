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

/** A text as it was before `notFormula`. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && notFormula(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

/** A line of a table: its number, from 1, and its cells. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell, and what ends it. Spaces around it are nothing; what begins with a quote and is not closed is plain. */
const CELL = /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^,\r\n]*))(,|\r?\n|\r|$)/gy;

/** The rows of a table as RFC 4180 has it; quotes may hold commas, doubled quotes and line breaks. Empty lines are left out. */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let [line, cells]: [number, string[]] = [1, []];
  let at = 1;
  for (const [whole, quoted, plain = "", end] of text.matchAll(CELL)) {
    cells.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    at += whole.split(/\r\n|\r|\n/).length - 1;
    if (end === ",") continue;
    if (cells.length > 1 || cells[0] !== "") rows.push({line, cells});
    [line, cells] = [at, []];
    if (end === "") break;
  }
  return rows;
}
