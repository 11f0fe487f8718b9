import {UNITS} from "./figure-patterns.js";

/** A number in a table, and where it begins in the text. */
export interface TableFigure {
  readonly index: number;
  readonly figure: string;
}

const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const HAS_UNIT = new RegExp(`(?<![\\w-])(?:${UNITS})(?![\\w-])`);
const HAS_NUMBER = /(?<![\w.-])\d/;

/** Numbers below or beside a heading that has their unit: `| time, ms |` above `| 5 |`. */
export function tableFigures(prose: string): TableFigure[] {
  const found: TableFigure[] = [];
  let units: boolean[] | null = null;
  let head = "";
  let index = 0;
  for (const line of prose.split("\n")) {
    const cells = cellsOf(line);
    if (RULE.test(line) && line.includes("-") && head.includes("|")) units = cellsOf(head).map(hasUnit);
    else if (!line.includes("|")) units = null;
    else if (units !== null) found.push(...numbersIn(cells, units).map((figure) => ({index, figure})));
    head = line;
    index += line.length + 1;
  }
  return found;
}

function numbersIn(cells: readonly string[], units: readonly boolean[]): string[] {
  const inRow = hasUnit(cells[0] ?? "");
  return cells.filter((cell, column) => HAS_NUMBER.test(cell) && (units[column] || (inRow && column > 0)));
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

function hasUnit(cell: string): boolean {
  return HAS_UNIT.test(cell);
}
