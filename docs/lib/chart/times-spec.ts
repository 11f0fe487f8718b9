import {CONFIG, LINE_COLORS, LINE_SHAPES, legendColumns} from "./look.js";
import type {TimesChart} from "./model.js";
import {CHART_WIDTH} from "./ratio-spec.js";
import {logTicks} from "./ticks.js";

type Json = {readonly [key: string]: unknown};

/** The Vega-Lite specification of time for one operation over size, both on log axes: a line for each variant. */
export function timesSpec(chart: TimesChart): Json {
  const sizes = [...new Set(chart.rows.map(({size}) => size))].sort((a, b) => a - b);
  const times = chart.rows.map(({ns}) => ns);
  const domain: [number, number] = [Math.min(...times) / 1.4, Math.max(...times) * 1.4];
  return {
    width: CHART_WIDTH,
    height: 300,
    autosize: {type: "fit-x", contains: "padding"},
    padding: {left: 2, right: 24, top: 4, bottom: 4},
    config: CONFIG,
    data: {values: chart.rows},
    encoding: {
      x: sizeAxis(chart, sizes),
      y: {
        field: "ns",
        type: "quantitative",
        scale: {type: "log", domain, nice: false},
        axis: {
          values: logTicks(domain),
          labelExpr: "format(datum.value, '.3~r') + ' ns'",
          title: `time for one ${chart.unit}`,
          grid: true
        }
      },
      ...linesOf(chart)
    },
    layer: [
      {mark: {type: "line", strokeWidth: 1.75, aria: false}, encoding: {shape: null}},
      {mark: {type: "point", filled: true, size: 44, opacity: 1}}
    ]
  };
}

function sizeAxis({unit}: TimesChart, sizes: number[]): Json {
  return {
    field: "size",
    type: "quantitative",
    scale: {type: "log", domain: [sizes[0]! / 1.2, sizes.at(-1)! * 1.2], nice: false},
    axis: {values: sizes, format: "~s", labelOverlap: true, grid: true, title: `size, in ${unit}s`}
  };
}

function linesOf({variants}: TimesChart): Json {
  const color = {domain: variants, range: variants.map((_, index) => LINE_COLORS[index % LINE_COLORS.length])};
  const shape = {domain: variants, range: variants.map((_, index) => LINE_SHAPES[index % LINE_SHAPES.length])};
  const columns = legendColumns(variants);
  return {
    color: {field: "variant", type: "nominal", scale: color, legend: {columns}},
    shape: {field: "variant", type: "nominal", scale: shape, legend: {columns}}
  };
}
