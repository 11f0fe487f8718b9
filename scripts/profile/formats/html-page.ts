import {createHash} from "node:crypto";
import type {RootAt} from "#lib/profile/flame-svg.js";
import {xmlText} from "#lib/profile/xml-text.js";
import {flameFigure} from "../../site/flame-figure.js";
import {scriptJson} from "../../site/html.js";

/** A cell of a table. Texts are not yet escaped. */
export interface Cell {
  readonly text: string;
  readonly number?: boolean;
}

/** What a page of a profile shows. */
export interface PageParts {
  readonly title: string;
  /** HTML between the title and the picture, and the style sheet for it. */
  readonly lead?: {readonly html: string; readonly style: string};
  /** SVG, ready to be put in. */
  readonly picture: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that are left out. */
  readonly more: number;
  /** What makes the picture work; left out, it stays a picture. */
  readonly live?: {readonly data: unknown; readonly script: string; readonly root: RootAt};
}

const STYLE = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:1.5rem auto;max-width:1200px;padding:0 1rem}
figure{margin:0}
.flame-picture{overflow-x:auto}
.flame-tools{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;padding-bottom:.5rem}
.flame-tools output{min-width:9rem}
.flame-status{min-height:1.5em;margin:.5rem 0;overflow-wrap:anywhere}
.flame-figure:not(.is-live) :is(.flame-tools,.flame-status,.flame-neighbours){display:none}
.flame-sandwich button{font:inherit;color:inherit;background:none;border:0;padding:0;text-decoration:underline;cursor:pointer}
table{border-collapse:collapse;margin-top:1.5rem}
caption{text-align:left;padding-bottom:.5rem}
th,td{text-align:left;padding:.15rem .8rem .15rem 0;border-bottom:1px solid light-dark(#ddd,#444);vertical-align:top}
td{overflow-wrap:anywhere}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}`;

/** One HTML file that asks nothing of a network, and runs no script but its own: its policy forbids the rest. */
export function htmlPage({title, lead, picture, caption, columns, rows, more, live}: PageParts): string {
  const name = xmlText(title);
  const scripts =
    live === undefined ? "'none'" : `'sha256-${createHash("sha256").update(live.script).digest("base64")}'`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${scripts}`;
  const figure = flameFigure({
    label: `Flame graph of ${title}; the table below says the same`,
    drawing: picture,
    rootAt: live?.root ?? "top",
    open: true,
    after: live === undefined ? "" : `<script type="application/json">${scriptJson(live.data)}</script>`
  });
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width"><title>${name}</title><style>${STYLE}${lead?.style ?? ""}</style></head>`,
    `<body><main><h1>${name}</h1>${lead?.html ?? ""}${figure}`,
    `<table><caption>${xmlText(caption)}</caption>`,
    `<thead><tr>${columns.map((column) => `<th scope="col">${xmlText(column)}</th>`).join("")}</tr></thead><tbody>`,
    ...rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`),
    `</tbody></table>${more > 0 ? `<p>${more} more are not shown.</p>` : ""}</main>`,
    `${live === undefined ? "" : `<script>${live.script}</script>`}</body></html>\n`
  ].join("\n");
}

function cellHtml({text, number}: Cell): string {
  return `<td${number === true ? ' class="number"' : ""}>${xmlText(text)}</td>`;
}
