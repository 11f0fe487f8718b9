import type {RatioChart} from "../lib/chart/model.js";
import {ratioSpec} from "../lib/chart/ratio-spec.js";
import type {Comparison} from "../lib/estimate.js";
import type {Run} from "../lib/result.js";
import {loadVega} from "./vega.js";

const HERE = "this page";

/** Draws a run in the page into every chart of the same lab and size that shows one of its variants. */
export async function addToCharts(
  lab: string,
  size: number,
  run: Run,
  comparisons: readonly Comparison[]
): Promise<void> {
  const selector = `figure.chart[data-lab="${CSS.escape(lab)}"][data-size="${size}"]`;
  for (const figure of document.querySelectorAll(selector)) {
    const json = figure.querySelector('script[type="application/json"]')?.textContent;
    if (json == null) continue;
    const before = JSON.parse(json) as RatioChart;
    const chart = withRun(before, run, comparisons);
    if (chart.rows.length === before.rows.length) continue;
    await draw(figure.querySelector<HTMLElement>(".chart-drawing")!, ratioSpec(chart));
  }
}

/** The chart with one environment more; variants that it does not show stay away. */
function withRun(chart: RatioChart, {lab}: Run, comparisons: readonly Comparison[]): RatioChart {
  const titles = new Map(lab.variants.map(({name, title}) => [name, title]));
  const rows = comparisons.map(({variant, estimate, ratios}) => ({
    variant: titles.get(variant)!,
    environment: HERE,
    ratio: estimate.ratio,
    low: estimate.interval[0],
    high: estimate.interval[1],
    blocks: ratios
  }));
  return {
    ...chart,
    environments: [...chart.environments, {label: HERE, look: "page"}],
    rows: [...chart.rows, ...rows.filter(({variant}) => chart.variants.includes(variant))]
  };
}

async function draw(element: HTMLElement, spec: object): Promise<void> {
  const {compile, logger, ERROR, parse, View, expressionInterpreter, Handler} = await loadVega();
  const runtime = parse(compile(spec, {logger: logger(ERROR)}).spec, undefined, {ast: true});
  const tooltip = new Handler({disableDefaultStyle: true}).call;
  const view = new View(runtime, {renderer: "svg", expr: expressionInterpreter, tooltip});
  element.replaceChildren();
  await view.initialize(element).runAsync();
  element.setAttribute("data-live", "");
}
