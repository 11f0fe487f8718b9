import {chartSpec} from "../lib/chart/chart-spec.js";
import type {Chart} from "../lib/chart/model.js";
import {drawingOf, drawnChart, showLayers} from "./chart-figure.js";
import {walkMarks} from "./chart-keys.js";
import {loadVega} from "./vega.js";

/**
 * Puts a live view in the place of a drawing that was made when the site was built: the same marks in the same
 * box, and they answer to the pointer and to the arrow keys.
 */
export async function makeLive(figure: HTMLElement): Promise<void> {
  const drawing = drawingOf(figure);
  const chart = drawnChart(figure);
  if (chart === undefined || drawing.dataset.live !== undefined) return;
  drawing.dataset.live = "loading";
  try {
    await drawChart(figure, chart);
  } catch (error) {
    delete drawing.dataset.live;
    throw error;
  }
}

/** Draws a chart into its figure, with all the layers that it has, and shows those that are switched on. */
export async function drawChart(figure: HTMLElement, chart: Chart): Promise<void> {
  const drawing = drawingOf(figure);
  const [svg] = await Promise.all([liveSvg(chartSpec(chart)), document.fonts.ready]);
  const isFirst = drawing.dataset.live !== "";
  drawing.replaceChildren(svg);
  drawing.dataset.live = "";
  drawing.role = "group";
  drawing.tabIndex = 0;
  drawing.setAttribute("aria-description", "The arrow keys go from mark to mark.");
  showLayers(figure);
  if (isFirst) walkMarks(drawing);
}

async function liveSvg(spec: object): Promise<SVGSVGElement> {
  const {compile, logger, ERROR, parse, View, expressionInterpreter, Handler} = await loadVega();
  const runtime = parse(compile(spec, {logger: logger(ERROR)}).spec, undefined, {ast: true});
  const tooltip = new Handler({disableDefaultStyle: true}).call;
  const stage = document.createElement("div");
  await new View(runtime, {renderer: "svg", expr: expressionInterpreter, tooltip}).initialize(stage).runAsync();
  return stage.querySelector("svg")!;
}
