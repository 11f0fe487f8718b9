import type {Across, FactRow} from "#lib/compare-environments.js";
import type {RatioRow, RatioTable, SidesCompared} from "#lib/compare-sides.js";
import type {ClaimDigest, ComparisonDigest} from "#lib/digest.js";
import {formatCount, formatInterval, formatRatio, intervalDecimals} from "#lib/units.js";
import {type Column, formatTable} from "../terminal/table.js";
import {wrap} from "../terminal/width.js";
import {sanitise} from "./sanitise.js";
import {type Look, verdictTones} from "./table.js";

/** Two or more sides as lines for a terminal: what differs, which verdicts changed, then the ratios. */
export function compareText(label: string, compared: SidesCompared, look: Look): string[] {
  const {names, facts, claims, comparisons} = sanitise({...compared, tables: []});
  const title = names.map((name, index) => `${letter(index)}  ${name}`);
  return [
    ...(label === "" ? [] : [look.paint("strong", label)]),
    ...title,
    "",
    ...environmentText(facts, look),
    "",
    ...changedText(claims, comparisons, look),
    ...compared.tables.flatMap((table, index) => ["", ...tableText(table, letter(index + 1), look)]),
    ""
  ];
}

/** A, B, C … as in a spreadsheet. */
function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
}

function environmentText(facts: readonly FactRow[], look: Look): string[] {
  const differing = facts.filter(({differs}) => differs.includes(true));
  const same = facts.filter(({values, differs}) => !differs.includes(true) && new Set(values).size === 1);
  const told = facts.filter((fact) => !differing.includes(fact) && !same.includes(fact));
  const sides = facts[0]?.values.length ?? 0;
  const columns: Column[] = [
    {title: ""},
    ...Array.from({length: sides}, (_, index) => ({title: letter(index), least: 10}))
  ];
  const rows = [...differing, ...told].map(({name, values, differs}) => [
    look.paint("quiet", name),
    ...values.map((value, index) => look.paint(differs[index] ? "unsure" : "quiet", value || "not told"))
  ]);
  const names = same.map(({name, values}) => `${name} ${values[0]}`).join(" · ");
  return [
    look.paint("strong", differing.length === 0 ? "Nothing that is known of the environments differs" : "What differs"),
    ...(rows.length === 0 ? [] : formatTable(columns, rows, look.columns)),
    ...(names === "" ? [] : wrap(`the same: ${names}`, look.columns, "  ").map((line) => look.paint("quiet", line)))
  ];
}

function changedText(
  claims: readonly Across<ClaimDigest>[],
  comparisons: readonly Across<ComparisonDigest>[],
  look: Look
): string[] {
  if (claims.length + comparisons.length === 0) return [look.paint("strong", "No verdict changed")];
  const said = ({said}: Across<{readonly verdict: string}>) =>
    said.map((one) => one?.verdict ?? "not measured").join(" → ");
  const lines = [
    ...claims.map((row) => `${said(row)}: ${firstOf(row).that}`),
    ...comparisons.map((row) => {
      const {variant, baseline, size} = firstOf(row);
      return `${said(row)}: ${row.lab}, ${variant} beside ${baseline} at ${formatCount(size)}`;
    })
  ];
  return [
    look.paint("strong", "Verdicts that changed"),
    ...lines.flatMap((line) => wrap(line, look.columns - 2, "  ").map((each) => `  ${each}`))
  ];
}

function firstOf<Said>({said}: Across<Said>): Said {
  return said.find((one) => one !== undefined)!;
}

function tableText({name, rows: all, onlyFirst, onlyThis}: RatioTable, side: string, look: Look): string[] {
  const rows = all.map((row) => ({...row, title: sanitise(row.title)}));
  const heading = look.paint("strong", `${side} beside A: ${sanitise(name)}`);
  if (rows.length === 0)
    return [heading, look.paint("quiet", "nothing that both have measured has the same name and parameters")];
  const columns: Column[] = [
    {title: "", least: 16},
    {title: "A", align: "right", droppable: 1},
    {title: side, align: "right", droppable: 1},
    {title: "ratio", align: "right"},
    {title: "interval"},
    {title: "verdict"}
  ];
  const [titles = "", ...lines] = formatTable(
    columns,
    rows.map((row) => cellsOf(row, look)),
    look.columns
  );
  return [
    heading,
    look.paint("quiet", titles),
    ...lines,
    "",
    ...legend(rows, side, onlyFirst.length, onlyThis.length).flatMap((line) =>
      wrap(line, look.columns, "  ").map((each) => look.paint("quiet", each))
    )
  ];
}

function cellsOf({title, firstCost, cost, formatFirst, format, ratio, verdict}: RatioRow, {paint}: Look): string[] {
  const costs = [title, formatFirst(firstCost), format(cost)];
  if (typeof ratio === "string") return [...costs, "", paint("quiet", ratio), ""];
  return [
    ...costs,
    paint("strong", formatRatio(ratio.ratio, intervalDecimals(ratio.interval))),
    formatInterval(ratio.interval),
    verdict === null ? "" : paint(verdictTones[verdict], verdict)
  ];
}

/** How the ratios were made, and what they cannot know. */
function legend(rows: readonly RatioRow[], side: string, onlyFirst: number, onlyThis: number): string[] {
  const ratios = rows.flatMap(({ratio}) => (typeof ratio === "string" ? [] : [ratio]));
  const some = (holds: (ratio: (typeof ratios)[number]) => boolean) => ratios.some(holds);
  return [
    `ratio: ${side} ÷ A; above 1, ${side} takes longer · interval: 95 % for all of them together`,
    ...(some(({scale}) => scale === "reference")
      ? ["ratios are in steps of the reference chain: runtime and machine are the same"]
      : []),
    ...(some(({method}) => method === "paired") ? ["paired: both sides had the same data in the same blocks"] : []),
    ...(some(({method}) => method === "unpaired")
      ? [
          "unpaired: trimmed means of the logarithms, one value a process, with unequal variances (Yuen 1974); what changed on the machine between the sides is in the ratio too"
        ]
      : []),
    ...(rows.some(({oneProcess}) => oneProcess)
      ? [
          "a side has only one process: its samples agree better than two processes would, so the interval is too narrow"
        ]
      : []),
    ...(onlyFirst + onlyThis > 0 ? [`not on both sides: ${onlyFirst} of A, ${onlyThis} of ${side}`] : [])
  ];
}
