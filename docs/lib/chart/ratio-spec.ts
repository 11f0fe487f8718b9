import {COLORS, CONFIG, legendColumns, SHAPES} from "./look.js";
import type {RatioChart} from "./model.js";
import {logTicks, ratioDomain} from "./ticks.js";

type Json = {readonly [key: string]: unknown};

/** Pixels for one environment, by their number: fewer of them may take more room. */
const STEPS: Record<number, number> = {1: 28, 2: 17, 3: 14};

/** A chart's width in CSS pixels, labels included. */
export const CHART_WIDTH = 672;

/**
 * The Vega-Lite specification of ratios to a baseline: for each variant and environment the estimate, its
 * interval, and a small dot for every block; behind them the margin within which a difference does not matter.
 */
export function ratioSpec(chart: RatioChart): Json {
  const domain = ratioDomain(chart.rows.flatMap((row) => [row.low, row.high, ...row.blocks]));
  const step = STEPS[chart.environments.length] ?? 12;
  return {
    width: CHART_WIDTH,
    height: {step, for: "offset"},
    autosize: {type: "fit-x", contains: "padding"},
    padding: {left: 2, right: 14, top: 4, bottom: 4},
    config: CONFIG,
    data: {values: chart.rows.map(({blocks: _, ...row}) => row)},
    encoding: {...rowsOf(chart), ...looksOf(chart)},
    layer: [marginBand(chart, domain), unity(), blockDots(chart), interval(), estimate(domain, chart)]
  };
}

function rowsOf(chart: RatioChart): Json {
  return {
    y: {
      field: "variant",
      type: "nominal",
      sort: chart.variants,
      title: null,
      scale: {domain: chart.variants, paddingInner: 0.22, paddingOuter: 0.11},
      axis: {grid: false}
    },
    yOffset: {field: "environment", type: "nominal", scale: {domain: chart.environments.map(({label}) => label)}}
  };
}

function looksOf({environments}: RatioChart): Json {
  const domain = environments.map(({label}) => label);
  const columns = legendColumns(domain);
  const color = {domain, range: environments.map(({look}) => COLORS[look])};
  const shape = {domain, range: environments.map(({look}) => SHAPES[look])};
  return {
    color: {field: "environment", type: "nominal", scale: color, legend: {columns}},
    shape: {field: "environment", type: "nominal", scale: shape, legend: {columns}}
  };
}

function marginBand({margin}: RatioChart, [low, high]: readonly [number, number]): Json {
  const values = [{from: Math.max(low, 1 / (1 + margin)), to: Math.min(high, 1 + margin)}];
  return {
    data: {values},
    mark: {type: "rect", color: "var(--margin-band)", aria: false},
    encoding: {
      x: {field: "from", type: "quantitative"},
      x2: {field: "to"},
      y: null,
      yOffset: null,
      color: null,
      shape: null
    }
  };
}

function unity(): Json {
  return {
    data: {values: [{one: 1}]},
    mark: {type: "rule", color: "var(--theme-foreground-muted)", strokeWidth: 1, aria: false},
    encoding: {x: {field: "one", type: "quantitative"}, y: null, yOffset: null, color: null, shape: null}
  };
}

function blockDots({rows}: RatioChart): Json {
  const values = rows.flatMap(({variant, environment, blocks}) =>
    blocks.map((block) => ({variant, environment, block}))
  );
  return {
    data: {values},
    mark: {type: "point", filled: true, size: 9, opacity: 0.4, shape: "circle", aria: false},
    encoding: {x: {field: "block", type: "quantitative"}, shape: {value: "circle"}}
  };
}

function interval(): Json {
  return {
    mark: {type: "rule", strokeWidth: 2, aria: false},
    encoding: {x: {field: "low", type: "quantitative"}, x2: {field: "high"}, shape: null}
  };
}

function estimate(domain: [number, number], {baseline}: RatioChart): Json {
  return {
    mark: {type: "point", filled: true, size: 62, opacity: 1, stroke: "var(--theme-background)", strokeWidth: 1},
    encoding: {
      x: {
        field: "ratio",
        type: "quantitative",
        scale: {type: "log", domain, nice: false},
        axis: {
          values: logTicks(domain),
          labelExpr: "format(datum.value, '.4~r') + '×'",
          title: `time, in times that of ${baseline}`,
          grid: true
        }
      },
      tooltip: [
        {field: "variant", type: "nominal", title: "variant"},
        {field: "environment", type: "nominal", title: "where"},
        {field: "ratio", type: "quantitative", title: "ratio", format: ".3~r"},
        {field: "low", type: "quantitative", title: "from", format: ".3~r"},
        {field: "high", type: "quantitative", title: "to", format: ".3~r"}
      ]
    }
  };
}
