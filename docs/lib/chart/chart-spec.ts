import type {Chart} from "./model.js";
import {ratioSpec} from "./ratio-spec.js";
import {timesSpec} from "./times-spec.js";

/** The Vega-Lite specification of a chart of either kind. */
export function chartSpec(chart: Chart): object {
  return chart.kind === "ratio" ? ratioSpec(chart) : timesSpec(chart);
}
