import type {Run} from "#lib/result.js";
import {formatNs, formatQuantity} from "#lib/units.js";
import {variantTitle} from "#lib/variant-title.js";
import {runtimeText} from "../measure/runtimes/runtime.js";
import {type Column, formatTable} from "../terminal/table.js";
import {wrap} from "../terminal/width.js";
import {baselinesOf, baselineTimes} from "./baseline-times.js";
import type {Look} from "./table.js";

const CAUTION =
  "Variants are compared within a runtime, block by block, as above. These times are not: the clock of the processor is " +
  "in them, and compiler, collector and library change along with the language. Read orders of magnitude, and set no " +
  "variant of one runtime against another variant of another.";

/** What a baseline of a lab takes on each runtime, and what may not be read into it; nothing for a single runtime. */
export function acrossText(lab: string, runs: readonly Run[], look: Look): string[] {
  const baseline = sharedBaseline(runs);
  const rows = runs.map((run) => ({run, times: baselineTimes(run, baseline)})).filter(({times}) => times.length > 0);
  if (rows.length < 2) return [];
  const {paint, columns} = look;
  const sizes = [...new Set(rows.flatMap(({times}) => times.map(({size}) => size)))].sort((a, b) => a - b);
  const cells = rows.map(({run, times}) => [
    `  ${runtimeText(run.runtime)}`,
    titleOf(run, baseline),
    ...sizes.map((size) => {
      const time = times.find((one) => one.size === size);
      return time === undefined ? "" : formatNs(time.ns);
    })
  ]);
  const [titles = "", ...lines] = formatTable(columnsFor(sizes, rows[0]!.run), cells, columns);
  return [
    `${paint("strong", lab)}  a baseline on each runtime, one iteration`,
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

/** The one that most runs have measured; the lab's own, unless another is ahead of it. */
function sharedBaseline(runs: readonly Run[]): string {
  const counts = new Map<string, number>();
  for (const run of runs) {
    const measured = baselinesOf(run).filter((name) => baselineTimes(run, name).length > 0);
    for (const name of measured) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ahead = (best: string, name: string) => ((counts.get(name) ?? 0) > (counts.get(best) ?? 0) ? name : best);
  return [...counts.keys()].reduce(ahead, runs[0]?.lab.baseline ?? "");
}

function titleOf({lab}: Run, baseline: string): string {
  return variantTitle(lab, baseline);
}
