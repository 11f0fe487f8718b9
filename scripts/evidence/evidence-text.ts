import {ASPECT_TITLES} from "#lib/evidence/aspect-text.js";
import type {Evidence} from "#lib/evidence/evidence.js";
import {evidenceRows} from "#lib/evidence/evidence-rows.js";
import {runtimeNames} from "#lib/evidence/runtime-names.js";
import {exactRuntimeName} from "#lib/runtime-name.js";
import {formatCount, formatQuantity} from "#lib/units.js";
import type {Look} from "../report/table.js";
import {printableLine} from "../terminal/printable.js";
import {wrap} from "../terminal/width.js";

const LABEL = 23;
const INDENT = "  ";

/** Evidence as lines for a terminal: a block for each variant and size. */
export function evidenceText(evidence: Evidence, {columns, paint}: Look): string[] {
  const lines = evidence.runs.map(
    ({runtime, cells, seconds}) =>
      `${exactRuntimeName(runtime)}: ${formatQuantity(cells.length, "process")} in ${seconds} s`
  );
  const only = evidence.runs.length === 1;
  let before = "";
  for (const {variant, size, aspect, said} of evidenceRows(evidence)) {
    const cell = `${variant} at ${formatCount(size)}`;
    if (cell !== before) lines.push("", paint("strong", cell));
    before = cell;
    for (const [index, {text, by}] of said.entries()) {
      const label = `${INDENT}${(index === 0 ? ASPECT_TITLES[aspect] : "").padEnd(LABEL)}`;
      const whole = printableLine(only ? text : `${text}  [${runtimeNames(by)}]`, 2000);
      const [first = "", ...rest] = wrap(whole, Math.max(30, columns - label.length));
      lines.push(`${paint("quiet", label)}${first}`, ...rest.map((line) => " ".repeat(label.length) + line));
    }
  }
  return lines;
}
