import {type Across, apart, type ComparedEnvironment, factRows} from "../lib/compare-environments.js";
import type {ComparisonDigest} from "../lib/digest.js";
import {formatInterval, formatQuantity, formatRatio, intervalDecimals} from "../lib/units.js";
import {verdictWords} from "../lib/verdict-words.js";
import {element} from "./element.js";
import {notMeasured, rowHead, table} from "./your-results-dom.js";

/** Characters of a fact: no machine tells more of itself, and a file may. */
const LONGEST_FACT = 160;

type Said = readonly (ComparisonDigest | undefined)[];

/** What is known of each environment; what sets it apart from the first is marked. */
export function environmentTable(environments: readonly ComparedEnvironment[], names: readonly string[]): HTMLElement {
  const rows = factRows(environments).map(({name, values, differs}) => [
    rowHead(name),
    ...values.map((value, column) => cell(differs[column]!, shortened(value)))
  ]);
  const labs = environments.map(({runs}) => element("td", {}, runs.map(({lab}) => lab).join(", ")));
  return table("Environments", ["fact", ...names], [...rows, [rowHead("labs"), ...labs]]);
}

function shortened(fact: string): string {
  return fact.length > LONGEST_FACT ? `${fact.slice(0, LONGEST_FACT)} …` : fact;
}

/** Variant beside baseline, lab by lab, folded: the ratio in each environment, marked where intervals do not meet. */
export function comparisonTables(
  rows: readonly Across<ComparisonDigest>[],
  environments: readonly ComparedEnvironment[],
  names: readonly string[]
): HTMLElement[] {
  const units = new Map(environments.flatMap(({runs}) => runs.map(({lab, unit}) => [lab, unit])));
  return [...new Set(rows.map(({lab}) => lab))].map((lab) => {
    const own = rows.filter((row) => row.lab === lab);
    const body = own.map(({said}) => [
      comparisonHead(said, units.get(lab)!),
      ...said.map((one) => comparisonCell(one, said[0]))
    ]);
    const far = own.filter(({said}) => said.some((one) => areApart(one, said[0]))).length;
    const text = `${lab}: ${own.length} comparisons, ${far} with intervals that do not meet`;
    const comparisons = table(`Comparisons of ${lab}`, ["comparison", ...names], body);
    return element("details", {className: "comparisons"}, element("summary", {}, text), comparisons);
  });
}

function comparisonHead(said: Said, unit: string): HTMLTableCellElement {
  const {variant, baseline, size} = said.find((one) => one !== undefined)!;
  const rest = `beside ${baseline}, ${formatQuantity(size, unit)}`;
  return rowHead(element("b", {}, variant), " ", element("small", {}, rest));
}

function comparisonCell(one: ComparisonDigest | undefined, base: ComparisonDigest | undefined): HTMLTableCellElement {
  if (one === undefined) return notMeasured();
  const {ratio, interval} = one;
  const figure = `${formatRatio(ratio, intervalDecimals(interval))} (${formatInterval(interval)}) `;
  return cell(areApart(one, base), figure, element("small", {}, verdictWords(one)));
}

function areApart(one: ComparisonDigest | undefined, base: ComparisonDigest | undefined): boolean {
  return one !== undefined && base !== undefined && apart(one.interval, base.interval);
}

function cell(differs: boolean, ...children: readonly (Node | string)[]): HTMLTableCellElement {
  if (!differs) return element("td", {}, ...children);
  return element("td", {className: "differs"}, element("span", {className: "differs-sign"}, "≠ "), ...children);
}
