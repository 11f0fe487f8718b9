import {figureText} from "../lib/claim-figure.js";
import {type Across, verdictDifferences} from "../lib/compare-environments.js";
import type {ClaimDigest} from "../lib/digest.js";
import {VERDICT_SIGNS} from "../lib/verdict-signs.js";
import {element} from "./element.js";
import {notMeasured, rowHead, table, verdictBadge} from "./your-results-dom.js";

type Said = readonly (ClaimDigest | undefined)[];

/** With more environments than this, a grid shows signs alone, and numbers in place of names. */
const MOST_IN_WORDS = 4;

/** The claims on which an environment says something else than the first, each with what everyone measured. */
export function differenceList(rows: readonly Across<ClaimDigest>[], names: readonly string[]): HTMLElement {
  const differences = verdictDifferences(rows);
  if (differences.length === 0) return element("p", {}, sameText(rows));
  const verdictsOf = names.length > MOST_IN_WORDS ? verdictGroups : verdictItems;
  const items = differences.map(({said}) => {
    const that = element("p", {className: "claim-that"}, ...withCode(textOf(said)));
    const verdicts = element("ul", {className: "claim-verdicts"}, ...verdictsOf(said, names));
    return element("li", {className: "claim"}, that, verdicts);
  });
  return element("ol", {className: "claims"}, ...items);
}

function sameText(rows: readonly Across<ClaimDigest>[]): string {
  const measured = (claim: ClaimDigest | undefined) => claim?.value != null;
  const shared = rows.filter(({said: [base, ...others]}) => measured(base) && others.some(measured));
  if (shared.length === 0)
    return "There is nothing to hold these results against: no claim has a figure on both sides.";
  return `Nowhere. ${shared.length} claims have a figure on both sides, and their verdicts agree.`;
}

function verdictItems(said: Said, names: readonly string[]): HTMLElement[] {
  return said.flatMap((claim, column) => {
    if (claim?.value == null) return [];
    const words = element("span", {}, element("b", {}, `${names[column]}: `), claim.sentence);
    return [element("li", {}, verdictBadge(claim.verdict), words)];
  });
}

/** One item for each verdict, with the numbers of the columns that say so. */
function verdictGroups(said: Said, names: readonly string[]): HTMLElement[] {
  return (["holds", "fails", "undecided"] as const).flatMap((verdict) => {
    const columns = [...names.keys()].filter(
      (column) => said[column]?.value != null && said[column].verdict === verdict
    );
    const numbers = columns.flatMap((column) => [" ", columnNumber(names, column)]);
    const words = element("span", {}, element("b", {}, `${columns.length} of ${names.length}:`), ...numbers);
    return columns.length === 0 ? [] : [element("li", {}, verdictBadge(verdict), words)];
  });
}

/** Claims by environments: a badge with its figure, or a sign where there are many; what differs is marked. */
export function claimGrid(rows: readonly Across<ClaimDigest>[], names: readonly string[]): HTMLElement {
  const compact = names.length > MOST_IN_WORDS;
  const cellOf = compact ? signCell : wordsCell;
  const body = rows.map(({lab, said}) => [
    rowHead(element("small", {}, `${lab} `), ...withCode(textOf(said))),
    ...said.map((claim) => markIfDifferent(claim === undefined ? notMeasured() : cellOf(claim), claim, said[0]))
  ]);
  const head = compact ? [...names.keys()].map((column) => columnNumber(names, column)) : names;
  const grid = table("Claims by environment", ["claim", ...head], body);
  if (compact) grid.classList.add("claim-grid-compact");
  return grid;
}

function columnNumber(names: readonly string[], column: number): HTMLElement {
  return element("abbr", {title: names[column]!}, String(column));
}

function wordsCell(claim: ClaimDigest): HTMLTableCellElement {
  return element("td", {}, verdictBadge(claim.verdict), element("small", {}, figureOf(claim)));
}

function signCell(claim: ClaimDigest): HTMLTableCellElement {
  const {verdict} = claim;
  const title = `${verdict}: ${figureOf(claim)}`;
  const look = {className: `verdict verdict-${verdict}`, role: "img", ariaLabel: verdict, title};
  return element("td", {}, element("span", look, VERDICT_SIGNS[verdict]));
}

function figureOf({value, interval, measure}: ClaimDigest): string {
  return value === null || interval === null ? "no figure" : figureText(measure, value, interval);
}

function markIfDifferent(
  cell: HTMLTableCellElement,
  claim: ClaimDigest | undefined,
  base: ClaimDigest | undefined
): HTMLTableCellElement {
  const differs = base?.value != null && claim?.value != null && base.verdict !== claim.verdict;
  cell.classList.toggle("differs", differs);
  return cell;
}

function textOf(said: Said): string {
  return said.find((claim) => claim !== undefined)!.that;
}

/** Text written with backticks, as claims use them for code. */
function withCode(text: string): (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : element("code", {}, part)));
}
