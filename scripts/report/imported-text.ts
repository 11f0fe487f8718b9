import {type Measured, measuredInBenchmark} from "#lib/compare-measured.js";
import type {Benchmark, Imported} from "#lib/imported.js";
import {median} from "#lib/stats/median.js";
import {quantile} from "#lib/stats/quantile.js";
import {meaningOf} from "#lib/unit-meaning.js";
import {type Column, formatTable, tableWidth} from "../terminal/table.js";
import {wrap} from "../terminal/width.js";
import {importedTitles} from "./imported-titles.js";
import {sanitise} from "./sanitise.js";
import {strip} from "./strip.js";
import type {Look} from "./table.js";

const columns: readonly Column[] = [
  {title: "", least: 16},
  {title: "middle", align: "right"},
  {title: "lowest", align: "right", droppable: 1},
  {title: "highest", align: "right", droppable: 1},
  {title: "measured as", droppable: 2},
  {title: "spread"}
];

const stripWidth = 15;

/** What another tool has measured, as lines for a terminal: no verdicts, because it made no claims. */
export function importedText(imported: Imported, look: Look): string[] {
  const {from, facts, benchmarks, notes} = sanitise(imported);
  const about = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  const {titles: names, prefix} = importedTitles(benchmarks);
  const rows = benchmarks.map((benchmark, index) => [names[index]!, ...cellsOf(benchmark, look)]);
  const wide = look.columns >= tableWidth(columns, rows) - 8;
  const shown = wide ? columns : columns.slice(0, -1);
  const [titles = "", ...lines] = formatTable(shown, rows, look.columns);
  const legend = "middle: the median over processes; where there is only one, over its samples";
  return [
    `${look.paint("strong", from.tool)}  imported from ${from.format}`,
    ...(about.length === 0 ? [] : wrap(about.join(" · "), look.columns).map((line) => look.paint("quiet", line))),
    ...(prefix === "" ? [] : [look.paint("quiet", `all in ${prefix.slice(0, -1)}`)]),
    "",
    look.paint("quiet", titles),
    ...lines,
    "",
    ...wrap(wide ? `${legend} · each dot is one of them` : legend, look.columns).map((line) =>
      look.paint("quiet", line)
    ),
    ...notes.flatMap((note) => wrap(`! ${note}`, look.columns, "  "))
  ];
}

/** The same for another program. */
export function importedJson({from, facts, benchmarks, notes}: Imported) {
  return {
    ...from,
    facts,
    benchmarks: benchmarks.map((benchmark) => {
      const {name, parameters, metric, unit, processes} = benchmark;
      const {values, base} = measuredInBenchmark(benchmark);
      const samples = processes.reduce((sum, process) => sum + process.samples.length, 0);
      return {name, parameters, metric, unit, base, middle: median(values), processes: processes.length, samples};
    }),
    notes
  };
}

function cellsOf(benchmark: Benchmark, {paint}: Look): string[] {
  const measured = measuredInBenchmark(benchmark);
  const {values, format} = measured;
  const middle = median(values);
  const shown = meaningOf(benchmark.unit);
  const inverse = measured.base !== "ns" && shown.cost(2) < shown.cost(1);
  const ends = (inverse ? [1, 0] : [0, 1]).map((share) => format(quantile(values, share)));
  return [paint("strong", format(middle)), ...ends, asText(benchmark), stripText(measured, middle, paint)];
}

function asText({processes}: Benchmark): string {
  const lengths = processes.map(({samples, counts}) => counts?.reduce((sum, each) => sum + each, 0) ?? samples.length);
  const [least, most] = [quantile(lengths, 0), quantile(lengths, 1)];
  const samples = least === most ? `${most}` : `${least} to ${most}`;
  return `${processes.length} × ${samples}`;
}

function stripText({values}: Measured, middle: number, paint: Look["paint"]): string {
  if (values.length < 2 || !values.every((value) => value > 0)) return "";
  const {dots, reach} = strip(values, middle, stripWidth);
  return `${dots} ${paint("quiet", reach)}`;
}
