import type {ClaimDigest} from "../lib/digest.js";
import {VERDICT_SIGNS} from "../lib/verdict-signs.js";
import {element} from "./element.js";

/** The verdict of a claim as on every page: word, sign and colour. */
export function verdictBadge(verdict: ClaimDigest["verdict"]): HTMLElement {
  const sign = element("span", {ariaHidden: "true"}, VERDICT_SIGNS[verdict]);
  return element("span", {className: `verdict verdict-${verdict}`}, sign, ` ${verdict}`);
}

/** A table that scrolls by itself where it is too wide; the first cell of a row is its head. */
export function table(
  label: string,
  head: readonly (Node | string)[],
  rows: readonly (readonly HTMLTableCellElement[])[]
): HTMLElement {
  const headings = head.map((cell) => element("th", {scope: "col"}, cell));
  const body = rows.map((cells) => element("tr", {}, ...cells));
  const made = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...headings)),
    element("tbody", {}, ...body)
  );
  return element("div", {className: "table", tabIndex: 0, role: "region", ariaLabel: label}, made);
}

/** The head of a row. */
export function rowHead(...children: readonly (Node | string)[]): HTMLTableCellElement {
  return element("th", {scope: "row"}, ...children);
}

/** A cell of an environment that says nothing. */
export function notMeasured(): HTMLTableCellElement {
  return element("td", {}, element("span", {role: "img", ariaLabel: "not measured"}, "–"));
}
