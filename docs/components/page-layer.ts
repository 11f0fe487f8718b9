import {chartTable} from "../lib/chart/chart-table.js";
import {layerKey, THIS_PAGE} from "../lib/chart/layers.js";
import type {RatioChart} from "../lib/chart/model.js";
import {withOnly} from "../lib/chart/with-only.js";
import {withRun} from "../lib/chart/with-run.js";
import {ratioWords} from "../lib/chart/words.js";
import type {Comparison} from "../lib/estimate.js";
import {chartOf, drawingOf, drawnChart, setChart, switchesOf} from "./chart-figure.js";
import {element} from "./element.js";
import {drawChart} from "./live-chart.js";

/** Adds a run in the page, as a layer, to every chart of the same lab that shows one of its comparisons. */
export async function addToCharts(lab: string, comparisons: readonly Comparison[]): Promise<void> {
  for (const figure of document.querySelectorAll<HTMLElement>(`figure.chart[data-lab="${CSS.escape(lab)}"]`)) {
    const before = chartOf(figure);
    if (before?.kind !== "ratio") continue;
    const chart = withRun(before, comparisons);
    if (chart === before) continue;
    const drawn = new Set(drawnChart(figure)?.environments.map(({label}) => label)).add(THIS_PAGE.label);
    setChart(figure, chart);
    switchOn(figure);
    figure.classList.remove("chart-empty");
    await drawChart(
      figure,
      withOnly(chart, ({label}) => drawn.has(label))
    );
    describe(figure, chart);
    fillTable(figure, chart);
  }
}

function switchOn(figure: HTMLElement): void {
  const box = switchesOf(figure).find(({value}) => value === layerKey(THIS_PAGE.order))!;
  box.closest("label")!.hidden = false;
  box.checked = true;
}

/** The text alternative: what it said before, and this run. */
function describe(figure: HTMLElement, {rows}: RatioChart): void {
  const drawing = drawingOf(figure);
  drawing.dataset.label ??= drawing.ariaLabel ?? "";
  const own = rows.filter(({environment}) => environment === THIS_PAGE.label);
  const sentences = own.map((row) => `${ratioWords(row).sentence}.`);
  drawing.ariaLabel = [drawing.dataset.label, ...sentences].join(" ").trim();
}

function fillTable(figure: HTMLElement, chart: RatioChart): void {
  const rows = chartTable(chart).rows.map(([variant = "", ...rest]) => {
    const cells = rest.map((text) => element("td", {}, text));
    return element("tr", {}, element("th", {scope: "row"}, variant), ...cells);
  });
  figure.querySelector(".chart-table tbody")!.replaceChildren(...rows);
}
