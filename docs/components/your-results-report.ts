import {type Across, type ComparedEnvironment, claimRows, comparisonRows} from "../lib/compare-environments.js";
import type {LabDigest} from "../lib/digest.js";
import {element} from "./element.js";
import {claimGrid, differenceList} from "./your-results-claims.js";
import {columnNames} from "./your-results-columns.js";
import {comparisonTables, environmentTable} from "./your-results-tables.js";

/** What a report is made from. */
export interface Compared {
  readonly own: readonly ComparedEnvironment[];
  readonly reference: readonly ComparedEnvironment[];
  /** The labs as they are now. */
  readonly labs: readonly LabDigest[];
}

/** Writes the report, and again whenever the reader holds the results against another environment. */
export function showReport(place: HTMLElement, compared: Compared): void {
  const candidates = [...compared.reference, ...compared.own];
  const chooser = element("select", {name: "base"});
  const names = columnNames(candidates, false);
  for (const [index, name] of names.entries()) chooser.append(element("option", {value: String(index)}, name));
  chooser.value = String(closest(compared));
  const body = element("div", {});
  const write = () => {
    const base = candidates[Number(chooser.value)]!;
    body.replaceChildren(...sections([base, ...compared.own.filter((one) => one !== base)], compared.labs));
  };
  chooser.addEventListener("change", write);
  write();
  place.replaceChildren(
    element("p", {className: "your-results-base"}, element("label", {}, "Held against ", chooser)),
    body
  );
}

/**
 * The reference on the same major version as the reader's own; else on the newest of that runtime, or of Node; else the
 * first of their own.
 */
function closest({own: [first], reference}: Compared): number {
  const {runtime} = first!.runs[0]!;
  const runtimes = reference.map(({runs: [run]}) => run!.runtime);
  const names = runtimes.map(({name}) => name);
  const major = (version: string) => Number.parseInt(version, 10);
  const same = runtimes.findIndex(
    ({name, version}) => name === runtime.name && major(version) === major(runtime.version)
  );
  const candidates = [same, names.lastIndexOf(runtime.name), names.lastIndexOf("node")];
  return candidates.find((index) => index >= 0) ?? 0;
}

function sections(environments: readonly ComparedEnvironment[], labs: readonly LabDigest[]): Node[] {
  const names = columnNames(environments, true);
  const claims = sharedRows(claimRows(environments));
  return [
    heading("Where the verdicts differ"),
    differenceList(claims, names),
    heading("What differs between the environments"),
    environmentTable(environments, names),
    ...outdated(environments, labs),
    heading("Every claim"),
    claimGrid(claims, names),
    heading("Every comparison"),
    ...comparisonTables(sharedRows(comparisonRows(environments)), environments, names)
  ];
}

/** Without what only the first environment has measured, unless there is no other. */
function sharedRows<Said>(rows: readonly Across<Said>[]): Across<Said>[] {
  return rows.filter(({said: [_, ...others]}) => others.length === 0 || others.some((one) => one !== undefined));
}

function heading(text: string): HTMLElement {
  return element("h2", {}, text);
}

/** The labs that some run measured in another version than the book has now. */
function outdated(environments: readonly ComparedEnvironment[], labs: readonly LabDigest[]): Node[] {
  const hashes = new Map(labs.map(({name, hash}) => [name, hash]));
  const changed = environments
    .flatMap(({runs}) => runs)
    .filter(({lab, hash}) => hashes.has(lab) && hashes.get(lab) !== hash)
    .map(({lab}) => lab);
  if (changed.length === 0) return [];
  const which = [...new Set(changed)].join(", ");
  return [
    element(
      "p",
      {className: "your-results-note"},
      `Measured with another version of the lab than this book has: ${which}.`
    )
  ];
}
