import type {Chart} from "./model.js";
import {ratioSpec} from "./ratio-spec.js";
import {timesSpec} from "./times-spec.js";
import {warmupSpec} from "./warmup-spec.js";

/** The Vega-Lite specification of a chart of any kind. */
export function chartSpec(chart: Chart): object {
  if (chart.kind === "warmup") return warmupSpec(chart);
  return chart.kind === "ratio" ? ratioSpec(chart) : timesSpec(chart);
}
