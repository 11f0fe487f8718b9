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
  const items = differences.map(({said}) => {
    const verdicts = said.flatMap((claim, column) =>
      claim?.value == null ? [] : [verdictItem(claim, names[column]!)]
    );
    const that = element("p", {className: "claim-that"}, ...withCode(textOf(said)));
    return element("li", {className: "claim"}, that, element("ul", {className: "claim-verdicts"}, ...verdicts));
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

function verdictItem({verdict, sentence}: ClaimDigest, name: string): HTMLElement {
  return element("li", {}, verdictBadge(verdict), element("span", {}, element("b", {}, `${name}: `), sentence));
}

/** Claims by environments: a badge with its figure, or a sign where there are many; what differs is marked. */
export function claimGrid(rows: readonly Across<ClaimDigest>[], names: readonly string[]): HTMLElement {
  const compact = names.length > MOST_IN_WORDS;
  const cellOf = compact ? signCell : wordsCell;
  const body = rows.map(({lab, said}) => [
    rowHead(element("small", {}, `${lab} `), ...withCode(textOf(said))),
    ...said.map((claim) => markIfDifferent(claim === undefined ? notMeasured() : cellOf(claim), claim, said[0]))
  ]);
  const head = compact ? names.map((title, column) => element("abbr", {title}, String(column))) : names;
  const grid = table("Claims by environment", ["claim", ...head], body);
  if (compact) grid.classList.add("claim-grid-compact");
  return grid;
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
