import type {Run} from "#lib/result.js";
import {formatNs, formatQuantity} from "#lib/units.js";
import {runtimeText} from "../measure/runtimes/runtime.js";
import {type Column, formatTable} from "../terminal/table.js";
import {wrap} from "../terminal/width.js";
import {baselineTimes} from "./baseline-times.js";
import type {Look} from "./table.js";

const CAUTION =
  "Variants are compared within a runtime, block by block, as above. These times are not: the clock of the processor is " +
  "in them, and compiler, collector and library change along with the language. Read orders of magnitude, and set no " +
  "variant of one runtime against another variant of another.";

/** What the baseline of a lab takes on each runtime, and what may not be read into it; nothing for a single runtime. */
export function acrossText(lab: string, runs: readonly Run[], look: Look): string[] {
  const rows = runs.map((run) => ({run, times: baselineTimes(run)})).filter(({times}) => times.length > 0);
  if (rows.length < 2) return [];
  const {paint, columns} = look;
  const sizes = [...new Set(rows.flatMap(({times}) => times.map(({size}) => size)))].sort((a, b) => a - b);
  const cells = rows.map(({run, times}) => [
    `  ${runtimeText(run.runtime)}`,
    titleOf(run),
    ...sizes.map((size) => {
      const time = times.find((one) => one.size === size);
      return time === undefined ? "" : formatNs(time.ns);
    })
  ]);
  const [titles = "", ...lines] = formatTable(columnsFor(sizes, rows[0]!.run), cells, columns);
  return [
    `${paint("strong", lab)}  the baseline on each runtime, one iteration`,
    paint("quiet", titles),
    ...lines,
    "",
    ...wrap(CAUTION, columns).map((line) => paint("quiet", line)),
    ""
  ];
}

/** On a narrow terminal the smallest sizes go first. */
function columnsFor(sizes: readonly number[], {lab}: Run): Column[] {
  return [
    {title: "", least: 12},
    {title: "baseline", least: 10},
    ...sizes.map((size, index): Column => {
      return {title: formatQuantity(size, lab.unit), align: "right", droppable: sizes.length - index};
    })
  ];
}

function titleOf({lab}: Run): string {
  return lab.variants.find(({name}) => name === lab.baseline)?.title ?? lab.baseline;
}
