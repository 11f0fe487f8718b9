import {chartTable} from "#lib/chart/chart-table.js";
import {layersOf, THIS_PAGE} from "#lib/chart/layers.js";
import type {Chart} from "#lib/chart/model.js";
import {command} from "../command.js";
import {deferred} from "../deferred.js";
import {escapeHtml, scriptJson} from "../html.js";
import {layerSwitches} from "./layer-switches.js";

/** What a chart's figure is made of. */
export interface FigureParts {
  readonly chart: Chart;
  /** What the drawing shows, in sentences, for those who do not see it. */
  readonly label: string;
  readonly svg: string;
  /** HTML. */
  readonly caption: string;
  /** HTML of what to do about it, if there is anything. */
  readonly note: string;
}

/**
 * A drawing of what the chart starts with, its legend, which is also its switches, its caption, the numbers behind
 * it, and all that it was made from, so that the page can draw more of it. One more layer waits for a run in the page.
 */
export function chartFigure({chart, label, svg, caption, note}: FigureParts): string {
  return figure(chart, "chart", [
    `<div class="chart-drawing" role="img" tabindex="0" aria-label="${escapeHtml(label)}">${svg}</div>`,
    tools(chart),
    `<figcaption>${caption}</figcaption>`,
    note,
    fold(chart)
  ]);
}

/** A figure for what nobody has measured yet; a run in the page may fill it. */
export function emptyFigure(chart: Chart): string {
  return figure(chart, "chart chart-empty", [
    `<div class="chart-drawing"><p>Not measured yet. In a terminal: ${command(`npx lab run ${chart.lab}`)}</p></div>`,
    tools(chart),
    fold(chart)
  ]);
}

/** A table that scrolls by itself where it is too wide. Cells are HTML; a column without a name has no heading. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headings = head.map((cell) => (cell === "" ? "<td></td>" : `<th scope="col">${cell}</th>`)).join("");
  const body = rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${cells(rest)}</tr>`).join("\n");
  return `<div class="table" tabindex="0"><table><thead><tr>${headings}</tr></thead>\n<tbody>${body}</tbody></table></div>`;
}

function figure(chart: Chart, classes: string, parts: readonly string[]): string {
  const size = chart.kind === "ratio" ? ` data-size="${chart.size}"` : "";
  const json = `<script type="application/json">${scriptJson(chart)}</script>`;
  const open = `<figure class="${classes}" data-lab="${escapeHtml(chart.lab)}"${size}>`;
  return deferred([open, ...parts, `${json}</figure>`].join("\n"));
}

function tools(chart: Chart): string {
  const waiting = chart.kind === "ratio" ? layersOf({...chart, environments: [THIS_PAGE]}) : [];
  const buttons = ["svg", "png", "csv"].map(
    (kind) => `<button type="button" data-save="${kind}">${kind.toUpperCase()}</button>`
  );
  return `<div class="chart-tools">
${layerSwitches(layersOf(chart), waiting)}
<details class="chart-save"><summary>Download</summary><div class="chart-save-as">${buttons.join("")}</div></details>
</div>`;
}

function fold(chart: Chart): string {
  const {head, rows} = chartTable(chart);
  const numbers = table(
    head.map(escapeHtml),
    rows.map((row) => row.map(escapeHtml))
  );
  return `<details class="chart-table"><summary>The numbers behind this chart</summary>${numbers}</details>`;
}

function cells(values: readonly string[]): string {
  return values.map((value) => `<td>${value}</td>`).join("");
}
