import {formatNs, formatQuantity} from "../units.js";
import type {Chart, RatioChart, TimesChart, WarmupChart} from "./model.js";
import {ratioWords, warmupWords} from "./words.js";

/** The numbers behind a chart, as text: what the fold below it shows. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One row a mark, in the order of the chart. */
export function chartTable(chart: Chart): ChartTable {
  if (chart.kind === "warmup") return warmupTable(chart);
  return chart.kind === "ratio" ? ratioTable(chart) : timesTable(chart);
}

function ratioTable({baseline, rows}: RatioChart): ChartTable {
  return {
    head: ["variant", "where", "time", `time of ${baseline.title}`, "ratio", "interval", "blocks", "verdict"],
    rows: rows.map((row) => {
      const {ratioText, interval, time, verdict} = ratioWords(row);
      const blocks = String(row.blocks.length);
      return [row.variant, row.environment, time, formatNs(row.baselineNs), ratioText, interval, blocks, verdict];
    })
  };
}

function timesTable({unit, rows}: TimesChart): ChartTable {
  return {
    head: ["variant", "where", "size", `time for one ${unit}`],
    rows: rows.map(({variant, environment, size, ns}) => [
      variant,
      environment,
      formatQuantity(size, unit),
      formatNs(ns)
    ])
  };
}

function warmupTable({rows}: WarmupChart): ChartTable {
  return {
    head: ["where", "process", "first call", "steady", "calls before", "class"],
    rows: rows.map((row) => {
      const {time, at} = warmupWords(row);
      return [row.environment, String(row.process), formatNs(row.firstNs), time, at, row.class];
    })
  };
}
