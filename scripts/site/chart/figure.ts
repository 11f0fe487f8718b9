import {escapeHtml, scriptJson} from "../html.js";

/** What a chart's figure is made of. Captions and tables are HTML; the label is text. */
export interface FigureParts {
  readonly lab: string;
  readonly size?: number;
  /** What the drawing shows, in sentences, for those who do not see it. */
  readonly label: string;
  readonly svg: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the drawing was made from, so that the page can draw it again with more. */
  readonly model?: unknown;
}

/** A drawing with its caption, its words and its numbers. */
export function chartFigure({lab, size, label, svg, caption, head, rows, model}: FigureParts): string {
  const data = size === undefined ? "" : ` data-size="${size}"`;
  const json = model === undefined ? "" : `<script type="application/json">${scriptJson(model)}</script>`;
  return `<figure class="chart" data-lab="${escapeHtml(lab)}"${data}>
<div class="chart-drawing" role="img" tabindex="0" aria-label="${escapeHtml(label)}">${svg}</div>
<figcaption>${caption}</figcaption>
<details class="chart-table"><summary>The numbers behind this chart</summary>${table(head, rows)}</details>
${json}</figure>`;
}

/** A figure for a lab that nobody has measured yet. */
export function emptyFigure(lab: string): string {
  return `<figure class="chart chart-empty"><p>Not measured yet. In a terminal: <code>npx lab run ${escapeHtml(lab)}</code></p></figure>`;
}

/** A table that scrolls by itself where it is too wide. Cells are HTML. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headings = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${cells(rest)}</tr>`).join("\n");
  return `<div class="table" tabindex="0"><table><thead><tr>${headings}</tr></thead>\n<tbody>${body}</tbody></table></div>`;
}

function cells(values: readonly string[]): string {
  return values.map((value) => `<td>${value}</td>`).join("");
}
