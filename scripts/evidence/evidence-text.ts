import {ASPECT_TITLES} from "#lib/evidence/aspect-text.js";
import type {Evidence} from "#lib/evidence/evidence.js";
import {type EvidenceRow, evidenceRows} from "#lib/evidence/evidence-rows.js";
import {runtimeNames} from "#lib/evidence/runtime-names.js";
import {exactRuntimeName} from "#lib/runtime-name.js";
import {formatCount, formatQuantity} from "#lib/units.js";
import type {Look} from "../report/table.js";
import {printableLine} from "../terminal/printable.js";
import {wrap} from "../terminal/width.js";

const LABEL = 23;
const INDENT = "  ";

type Said = EvidenceRow["said"][number];

/** Evidence as lines for a terminal: a block for each variant and size. */
export function evidenceText(evidence: Evidence, look: Look): string[] {
  const lines = evidence.runs.map(
    ({runtime, cells, seconds}) =>
      `${exactRuntimeName(runtime)}: ${formatQuantity(cells.length, "process")} in ${seconds} s`
  );
  const only = evidence.runs.length === 1;
  let before = "";
  for (const row of evidenceRows(evidence)) {
    const cell = `${row.variant} at ${formatCount(row.size)}`;
    if (cell !== before) lines.push("", look.paint("strong", cell));
    before = cell;
    lines.push(...labelled(ASPECT_TITLES[row.aspect], row.said, only, look));
    if (row.aspect === "allocation") lines.push(...labelled("collected", collections(evidence, row), only, look));
  }
  return lines;
}

/** How often and how long collections stopped the variant: of one machine, so it is told here alone. */
function collections({runs}: Evidence, {variant, size}: EvidenceRow): Said[] {
  return runs.flatMap(({runtime, cells}): Said[] => {
    const allocation = cells.find((cell) => cell.variant === variant && cell.size === size)?.allocation;
    const collected = allocation?.collections ?? null;
    if (collected === null || collected.count === 0) return [];
    const often = `${formatCount(collected.count)} × in ${formatQuantity(allocation!.iterations, "iteration")}`;
    return [{text: `${often}, ${collected.ms} ms in all`, by: [runtime]}];
  });
}

function labelled(title: string, said: readonly Said[], only: boolean, {columns, paint}: Look): string[] {
  return said.flatMap(({text, by}, index) => {
    const label = `${INDENT}${(index === 0 ? title : "").padEnd(LABEL)}`;
    const whole = printableLine(only ? text : `${text}  [${runtimeNames(by)}]`, 2000);
    const [first = "", ...rest] = wrap(whole, Math.max(30, columns - label.length));
    return [`${paint("quiet", label)}${first}`, ...rest.map((line) => " ".repeat(label.length) + line)];
  });
}
