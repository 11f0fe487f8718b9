import {formatCount} from "#lib/units.js";
import {wrap} from "../terminal/width.js";
import type {LabEntry, StoredRun} from "./lab-entry.js";
import type {Look} from "./table.js";

const indent = 2;
const label = 11;

/** The labs as lines for a terminal. */
export function listText(labs: readonly LabEntry[], look: Look): string[] {
  return labs.flatMap((lab, index) => [...(index === 0 ? [] : [""]), ...labText(lab, look)]);
}

function labText(lab: LabEntry, look: Look): string[] {
  const {name, question, kind, sizes, unit, variants, claims} = lab;
  const {paint} = look;
  const names = variants.map((variant) =>
    variant.name === lab.baseline ? `${variant.name} (baseline)` : variant.name
  );
  return [
    `${paint("strong", name)}  ${question}`,
    ...labelled("variants", names.join(", "), look),
    ...labelled("sizes", `${sizes.map(formatCount).join("  ")}  (${unit}; ${kind})`, look),
    ...labelled("claims", formatCount(claims.length), look),
    ...results("yours", lab.local, `none yet: lab run ${name}`, look),
    ...results("reference", lab.reference, "none", look)
  ];
}

function results(title: string, runs: readonly StoredRun[], none: string, look: Look): string[] {
  const {paint} = look;
  if (runs.length === 0) return labelled(title, paint("quiet", none), look);
  return runs.flatMap((run, index) => labelled(index === 0 ? title : "", runText(run, look), look));
}

function runText({machine, runtime, started, ending, blocks, stale}: StoredRun, {paint}: Look): string {
  const state = stale ? `  ${paint("unsure", "stale: the lab has changed since")}` : "";
  const unfinished = ending === "interrupted" || ending === "failed" ? `  ${paint("unsure", ending)}` : "";
  return `${runtime}  ${started.slice(0, 10)}  ${blocks} blocks  ${paint("quiet", machine)}${unfinished}${state}`;
}

function labelled(title: string, text: string, {columns, paint}: Look): string[] {
  const left = `${" ".repeat(indent)}${paint("quiet", title.padEnd(label))}`;
  const [first = "", ...rest] = wrap(text, Math.max(30, columns - indent - label));
  return [left + first, ...rest.map((line) => " ".repeat(indent + label) + line)];
}
