import {formatNs, formatQuantity} from "../units.js";
import type {Chart, RatioChart, TimesChart} from "./model.js";
import {ratioWords} from "./words.js";

/** The numbers behind a chart, as text: what the fold below it shows. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One row a mark, in the order of the chart. */
export function chartTable(chart: Chart): ChartTable {
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
