import type {Chart, RatioRow, TimeRow} from "../lib/chart/model.js";

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
  const boxes = switchesOf(figure);
  const environments = chart.environments.filter((_, index) => boxes[index]?.checked);
  const labels = new Set(environments.map(({label}) => label));
  const isShown = ({environment}: RatioRow | TimeRow) => labels.has(environment);
  return chart.kind === "ratio"
    ? {...chart, environments, rows: chart.rows.filter(isShown)}
    : {...chart, environments, rows: chart.rows.filter(isShown)};
}

/** Shows the layers of the drawing whose switches are on. Marks keep their places. */
export function showLayers(figure: Element): void {
  for (const {value, checked} of switchesOf(figure)) {
    const marks = figure.querySelectorAll<SVGElement>(`.chart-drawing g[class*=" ${CSS.escape(value)}_"]`);
    for (const group of marks) {
      if (checked) group.removeAttribute("display");
      else group.setAttribute("display", "none");
    }
  }
}

/** The drawing of a figure, and what scrolls around it. */
export function drawingOf(figure: Element): HTMLElement {
  return figure.querySelector<HTMLElement>(".chart-drawing")!;
}

function switchesOf(figure: Element): HTMLInputElement[] {
  return [...figure.querySelectorAll<HTMLInputElement>(".chart-layers input")];
}
