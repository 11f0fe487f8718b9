import {dashOf, markName} from "./layers.js";
import {CONFIG, LINE_COLORS, LINE_SHAPES, legendColumns} from "./look.js";
import type {ChartEnvironment, TimesChart} from "./model.js";
import {CHART_WIDTH} from "./ratio-spec.js";
import {logTicks} from "./ticks.js";
import {timeWords} from "./words.js";

type Json = {readonly [key: string]: unknown};

/**
 * The Vega-Lite specification of time for one operation over size, both on log axes: a line for each variant in
 * each environment. Each environment has layers of its own, named by `markName`.
 */
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
    encoding: {x: sizeAxis(chart, sizes), y: timeAxis(chart, domain), ...variantsOf(chart)},
    layer: chart.environments.flatMap((environment) => marksOf(chart, environment))
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

function timeAxis({unit}: TimesChart, domain: [number, number]): Json {
  const axis = {
    values: logTicks(domain),
    labelExpr: "format(datum.value, '.3~r') + ' ns'",
    title: `time for one ${unit}`,
    grid: true
  };
  return {field: "ns", type: "quantitative", scale: {type: "log", domain, nice: false}, axis};
}

function variantsOf({variants}: TimesChart): Json {
  const domain = variants.map(({title}) => title);
  const color = {domain, range: domain.map((_, index) => LINE_COLORS[index % LINE_COLORS.length])};
  const shape = {domain, range: domain.map((_, index) => LINE_SHAPES[index % LINE_SHAPES.length])};
  const columns = legendColumns(domain);
  return {
    color: {field: "variant", type: "nominal", scale: color, legend: {columns}},
    shape: {field: "variant", type: "nominal", scale: shape, legend: {columns}}
  };
}

function marksOf({rows, unit}: TimesChart, {label, order}: ChartEnvironment): Json[] {
  const own = rows.filter(({environment}) => environment === label);
  const data = {values: own.map((row) => ({...row, ...timeWords(row, unit)}))};
  return [
    {
      name: markName(order, "lines"),
      data,
      mark: {type: "line", strokeWidth: 1.75, strokeDash: dashOf(order), aria: false},
      encoding: {shape: null}
    },
    {
      name: markName(order, "points"),
      data,
      mark: {type: "point", filled: true, size: 44, opacity: 1},
      encoding: {
        description: {field: "sentence"},
        tooltip: [
          {field: "variant", title: "variant"},
          {field: "environment", title: "where"},
          {field: "at", title: "size"},
          {field: "time", title: `time for one ${unit}`}
        ]
      }
    }
  ];
}
