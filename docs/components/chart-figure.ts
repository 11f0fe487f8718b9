import {layerKey} from "../lib/chart/layers.js";
import type {Chart} from "../lib/chart/model.js";
import {withOnly} from "../lib/chart/with-only.js";

const charts = new WeakMap<Element, Chart>();

/** What a figure shows; undefined for one that cannot be drawn again. */
export function chartOf(figure: Element): Chart | undefined {
  const known = charts.get(figure);
  if (known !== undefined) return known;
  const json = figure.querySelector('script[type="application/json"]')?.textContent;
  if (json == null) return undefined;
  const chart = JSON.parse(json) as Chart;
  charts.set(figure, chart);
  return chart;
}

/** From now on the figure stands for this chart; it is not drawn by that. */
export function setChart(figure: Element, chart: Chart): void {
  charts.set(figure, chart);
}

/** The chart with the layers that the reader has switched on, and no others. */
export function shownChart(figure: Element): Chart | undefined {
  const chart = chartOf(figure);
  if (chart === undefined) return undefined;
  const shown = new Set(switchesOf(figure).flatMap(({value, checked}) => (checked ? value : [])));
  return withOnly(chart, ({order}) => shown.has(layerKey(order)));
}

/** The chart with the layers that its drawing holds, hidden or not. */
export function drawnChart(figure: Element): Chart | undefined {
  const chart = chartOf(figure);
  return chart && withOnly(chart, ({order}) => marksOf(figure, layerKey(order)).length > 0);
}

/** Whether the drawing holds all the layers that are switched on. */
export function holdsShown(figure: Element): boolean {
  return switchesOf(figure).every(({value, checked}) => !checked || marksOf(figure, value).length > 0);
}

/** Shows the layers of the drawing whose switches are on. Marks keep their places. */
export function showLayers(figure: Element): void {
  for (const {value, checked} of switchesOf(figure)) {
    for (const group of marksOf(figure, value)) {
      if (checked) group.removeAttribute("display");
      else group.setAttribute("display", "none");
    }
  }
}

/** The drawing of a figure, and what scrolls around it. */
export function drawingOf(figure: Element): HTMLElement {
  return figure.querySelector<HTMLElement>(".chart-drawing")!;
}

/** The switches of all layers, also of one that waits for a run in the page. */
export function switchesOf(figure: Element): HTMLInputElement[] {
  return [...figure.querySelectorAll<HTMLInputElement>(".chart-layers input")];
}

function marksOf(figure: Element, layer: string): NodeListOf<SVGElement> {
  return figure.querySelectorAll<SVGElement>(`.chart-drawing g[class*=" ${CSS.escape(layer)}_"]`);
}
