import {xmlText} from "#lib/profile/xml-text.js";

/** A cell of a table. Texts are not yet escaped. */
export interface Cell {
  readonly text: string;
  readonly number?: boolean;
}

/** What a page of a profile shows. */
export interface PageParts {
  readonly title: string;
  /** SVG, ready to be put in. */
  readonly picture: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that are left out. */
  readonly more: number;
}

const STYLE = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:1.5rem auto;max-width:1200px;padding:0 1rem}
.picture{overflow-x:auto}
table{border-collapse:collapse;margin-top:1.5rem}
caption{text-align:left;padding-bottom:.5rem}
th,td{text-align:left;padding:.15rem .8rem .15rem 0;border-bottom:1px solid light-dark(#ddd,#444);vertical-align:top}
td{overflow-wrap:anywhere}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}`;

/** One HTML file that runs no script and asks nothing of a network: its policy forbids both. */
export function htmlPage({title, picture, caption, columns, rows, more}: PageParts): string {
  const name = xmlText(title);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><title>${name}</title><style>${STYLE}</style></head>`,
    `<body><h1>${name}</h1><div class="picture" tabindex="0">${picture}</div>`,
    `<table><caption>${xmlText(caption)}</caption>`,
    `<thead><tr>${columns.map((column) => `<th scope="col">${xmlText(column)}</th>`).join("")}</tr></thead><tbody>`,
    ...rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`),
    `</tbody></table>${more > 0 ? `<p>${more} more are not shown.</p>` : ""}</body></html>\n`
  ].join("\n");
}

function cellHtml({text, number}: Cell): string {
  return `<td${number === true ? ' class="number"' : ""}>${xmlText(text)}</td>`;
}
