import {dashOf, lineColor, markName} from "./layers.js";
import {CONFIG} from "./look.js";
import type {ChartEnvironment, WarmupChart} from "./model.js";
import {CHART_WIDTH} from "./ratio-spec.js";
import type {WarmupRow} from "./warmup-chart.js";
import {warmupWords} from "./words.js";

type Json = {readonly [key: string]: unknown};

/** Each line stands before the others and behind them: where many agree, it is dark. */
const OPACITY = 0.5;

/**
 * The Vega-Lite specification of warm-up curves, both axes logarithmic: a line for each process, and a mark where its
 * level changes. Each environment has layers of its own, named by `markName`.
 */
export function warmupSpec(chart: WarmupChart): Json {
  const places = chart.rows.flatMap(({points}) => points);
  const times = places.map(([, ns]) => ns);
  const calls = places.map(([call]) => call);
  return {
    width: CHART_WIDTH,
    height: 340,
    autosize: {type: "fit-x", contains: "padding"},
    padding: {left: 2, right: 24, top: 4, bottom: 4},
    config: CONFIG,
    encoding: {
      x: axis(
        "call",
        [1, Math.max(...calls)],
        "format(datum.value, ',')",
        "number of the call, from the first in its process"
      ),
      y: axis("ns", [Math.min(...times) / 1.2, Math.max(...times) * 1.2], TIME, "time for the call")
    },
    layer: chart.environments.flatMap((environment) => marksOf(chart, environment))
  };
}

/** Of a power of ten, in the unit that fits. */
const TIME =
  "datum.value >= 1e9 ? format(datum.value / 1e9, '~r') + ' s' : datum.value >= 1e6 ? format(datum.value / 1e6, '~r') + ' ms' : " +
  "datum.value >= 1e3 ? format(datum.value / 1e3, '~r') + ' µs' : format(datum.value, '~r') + ' ns'";

function axis(field: string, domain: readonly [number, number], labelExpr: string, title: string): Json {
  return {
    field,
    type: "quantitative",
    scale: {type: "log", domain, nice: false},
    axis: {values: powersIn(domain), labelExpr, title, grid: true}
  };
}

/** Powers of ten in a range; of a narrow one also twice and five times them. */
function powersIn([low, high]: readonly [number, number]): number[] {
  const steps = high / low < 100 ? [1, 2, 5] : [1];
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({length: Math.ceil(Math.log10(high)) - first + 1}, (_, index) => first + index);
  const values = powers.flatMap((power) => steps.map((step) => Number(`${step}e${power}`)));
  return values.filter((value) => value >= low && value <= high);
}

function marksOf({rows}: WarmupChart, {label, order}: ChartEnvironment): Json[] {
  const own = rows.filter(({environment}) => environment === label);
  const color = lineColor(order);
  return [
    {name: markName(order, "lines"), ...lines(own, color, dashOf(Math.floor(order / 8)))},
    {name: markName(order, "changes"), ...changes(own, color)}
  ];
}

function lines(rows: readonly WarmupRow[], color: string, strokeDash: readonly number[]): Json {
  const values = rows.flatMap(({process, points}) => points.map(([call, ns]) => ({process, call, ns})));
  return {
    data: {values},
    mark: {type: "line", strokeWidth: 1.1, opacity: OPACITY, strokeDash, color, aria: false},
    encoding: {detail: {field: "process", type: "nominal"}}
  };
}

function changes(rows: readonly WarmupRow[], color: string): Json {
  const values = rows.flatMap((row) => {
    const {environment: where, process, class: kind} = row;
    return row.changes.map(([call, ns]) => ({call, ns, where, process, kind, ...warmupWords(row)}));
  });
  return {
    data: {values},
    mark: {type: "point", filled: true, shape: "circle", size: 34, opacity: 1, color, ...RIM},
    encoding: {
      description: {field: "sentence"},
      tooltip: [
        {field: "where", title: "where"},
        {field: "process", title: "process"},
        {field: "kind", title: "class"},
        {field: "time", title: "steady"},
        {field: "at", title: "calls before"}
      ]
    }
  };
}

const RIM = {stroke: "var(--theme-background)", strokeWidth: 1} as const;
