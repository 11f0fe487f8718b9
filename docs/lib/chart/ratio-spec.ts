import {markName} from "./layers.js";
import {CONFIG, paintOf} from "./look.js";
import type {ChartEnvironment, RatioChart, RatioRow} from "./model.js";
import {logTicks, ratioDomain} from "./ticks.js";
import {ratioWords} from "./words.js";

type Json = {readonly [key: string]: unknown};

/** Pixels for one environment, by their number: fewer of them may take more room. */
const STEPS: Record<number, number> = {1: 28, 2: 17, 3: 14};
const CLOSEST_STEP = 12;

/** Shares of a variant's band: what lies between two of them. */
const PADDING = 0.22;

/** A chart's width in CSS pixels, labels included. */
export const CHART_WIDTH = 672;

/**
 * The Vega-Lite specification of ratios to a baseline: for each variant and environment the estimate, its
 * interval, and a small dot for every block; behind them the margin within which a difference does not matter.
 * Each environment has layers of its own, named by `markName`.
 */
export function ratioSpec(chart: RatioChart): Json {
  const domain = ratioDomain(chart.rows.flatMap((row) => [row.low, row.high, ...row.blocks]));
  return {
    width: CHART_WIDTH,
    height: heightOf(chart),
    autosize: {type: "fit-x", contains: "padding"},
    padding: {left: 2, right: 14, top: 4, bottom: 4},
    config: CONFIG,
    encoding: placesOf(chart),
    layer: [
      marginBand(chart, domain),
      unity(domain, chart),
      ...chart.environments.flatMap((environment) => marksOf(chart, environment))
    ]
  };
}

/** A run in the page takes its place between the others: it must not move what stands below the chart. */
function heightOf(chart: RatioChart): number {
  const count = chart.environments.filter(({look}) => look !== "page").length || 1;
  return Math.round((measuredIn(chart).length * count * (STEPS[count] ?? CLOSEST_STEP)) / (1 - PADDING));
}

/** Titles of the variants that have a row, from top to bottom. */
function measuredIn({variants, rows}: RatioChart): string[] {
  const measured = new Set(rows.map(({variant}) => variant));
  return variants.map(({title}) => title).filter((title) => measured.has(title));
}

function placesOf(chart: RatioChart): Json {
  const titles = measuredIn(chart);
  return {
    y: {
      field: "variant",
      type: "nominal",
      sort: titles,
      title: null,
      scale: {domain: titles, paddingInner: PADDING, paddingOuter: PADDING / 2},
      axis: {grid: false}
    },
    yOffset: {field: "environment", type: "nominal", scale: {domain: chart.environments.map(({label}) => label)}}
  };
}

function marginBand({margin}: RatioChart, [low, high]: readonly [number, number]): Json {
  return {
    data: {values: [{from: Math.max(low, 1 / (1 + margin)), to: Math.min(high, 1 + margin)}]},
    mark: {type: "rect", color: "var(--margin-band)", aria: false},
    encoding: {x: {field: "from", type: "quantitative"}, x2: {field: "to"}, y: null, yOffset: null}
  };
}

function unity(domain: [number, number], {baseline}: RatioChart): Json {
  const axis = {
    values: logTicks(domain),
    labelExpr: "format(datum.value, '.4~r') + '×'",
    title: `time relative to ${baseline.title}`,
    grid: true
  };
  const scale = {type: "log", domain, nice: false};
  return {
    data: {values: [{one: 1}]},
    mark: {type: "rule", color: "var(--theme-foreground-muted)", strokeWidth: 1, aria: false},
    encoding: {x: {field: "one", type: "quantitative", scale, axis}, y: null, yOffset: null}
  };
}

function marksOf({rows}: RatioChart, {label, look, order}: ChartEnvironment): Json[] {
  const own = rows.filter(({environment}) => environment === label);
  const {color, shape} = paintOf(look);
  return [
    {name: markName(order, "dots"), ...blockDots(own, color)},
    {name: markName(order, "intervals"), ...intervals(own, color)},
    {name: markName(order, "estimates"), ...estimates(own, color, shape)}
  ];
}

function blockDots(rows: readonly RatioRow[], color: string): Json {
  const values = rows.flatMap(({variant, environment, blocks}) =>
    blocks.map((block) => ({variant, environment, block}))
  );
  return {
    data: {values},
    mark: {type: "point", filled: true, shape: "circle", size: 9, opacity: 0.4, color, aria: false},
    encoding: {x: {field: "block", type: "quantitative"}}
  };
}

function intervals(rows: readonly RatioRow[], color: string): Json {
  const values = rows.map(({variant, environment, low, high}) => ({variant, environment, low, high}));
  return {
    data: {values},
    mark: {type: "rule", strokeWidth: 2, color, aria: false},
    encoding: {x: {field: "low", type: "quantitative"}, x2: {field: "high"}}
  };
}

function estimates(rows: readonly RatioRow[], color: string, shape: string): Json {
  const values = rows.map((row) => ({
    variant: row.variant,
    environment: row.environment,
    ratio: row.ratio,
    ...ratioWords(row)
  }));
  return {
    data: {values},
    mark: {type: "point", filled: true, shape, size: 62, opacity: 1, color, ...RIM},
    encoding: {
      x: {field: "ratio", type: "quantitative"},
      description: {field: "sentence"},
      tooltip: [
        {field: "variant", title: "variant"},
        {field: "environment", title: "where"},
        {field: "ratioText", title: "ratio"},
        {field: "interval", title: "interval"},
        {field: "verdict", title: "verdict"},
        {field: "time", title: "time"}
      ]
    }
  };
}

const RIM = {stroke: "var(--theme-background)", strokeWidth: 1} as const;
