import {existsSync} from "node:fs";
import {join} from "node:path";
import {ResultError} from "#lib/result.js";
import {ReaderError} from "../../errors.js";
import {type Bottleneck, readBottlenecks} from "../bottlenecks.js";
import {table} from "../chart/figure.js";
import {parseArguments} from "../directive.js";
import {escapeHtml, inlineCode} from "../html.js";
import {number} from "./number.js";

type Sources = Bottleneck["node"]["sources"];

/** How the verdict on a row of the article is coloured. */
const LOOKS = {stands: "holds", conditional: "undecided", wrong: "fails"} as const;

/** `bottlenecks`: the rows of `data/bottlenecks.json`, each with what was measured, or the word that nothing was. */
export function bottlenecks(): string {
  const rows = rowsOrReaderError();
  const overview = rows.map(({id, symptom, article, measured}) => [
    `<a href="#${id}">${inlineCode(symptom)}</a>`,
    badge(article.verdict),
    labsOf(measured).map(labLink).join(", ") || "not measured here"
  ]);
  return `<div class="bottlenecks">
${table(["symptom", "the article's row", "measured in"], overview)}
${rows.map(section).join("\n")}
</div>`;
}

function rowsOrReaderError(): readonly Bottleneck[] {
  try {
    return readBottlenecks();
  } catch (error) {
    if (error instanceof ResultError) throw new ReaderError(error.message);
    throw error;
  }
}

function section(row: Bottleneck): string {
  const {id, symptom, python, node, article, measured, unmeasured} = row;
  const side = ({cause, fix, sources}: Bottleneck["node"]) => [
    inlineCode(cause),
    `${inlineCode(fix)}${cited(sources)}`
  ];
  const open = unmeasured === undefined ? "" : `<li>Not measured here: ${inlineCode(unmeasured)}</li>`;
  return `<section class="bottleneck">
<h2 id="${id}">${inlineCode(symptom)}</h2>
${table(
  ["runtime", "cause", "fix"],
  [
    ["Python", ...side(python)],
    ["Node.js", ...side(node)]
  ]
)}
<p class="bottleneck-article"><b>The article’s row:</b> ${badge(article.verdict)} ${inlineCode(article.why)}${cited(article.sources)}</p>
<ul class="bottleneck-measured">${measured.map(measuredItem).join("")}${open}</ul>
</section>`;
}

function badge(verdict: Bottleneck["article"]["verdict"]): string {
  return `<span class="verdict verdict-${LOOKS[verdict]}">${verdict}</span>`;
}

function measuredItem({what, number: directive}: Bottleneck["measured"][number]): string {
  return `<li>${inlineCode(what)} ${number(parseArguments(directive, []))} ${labLink(labOf(directive))}</li>`;
}

function labsOf(measured: Bottleneck["measured"]): string[] {
  return [...new Set(measured.map(({number}) => labOf(number)))];
}

/** The lab that a directive names: the second word. */
function labOf(directive: string): string {
  return directive.split(/\s+/)[1] ?? "";
}

function labLink(lab: string): string {
  const name = escapeHtml(lab);
  return existsSync(join("docs", "lessons", `${lab}.md`)) ? `<a href="/lessons/${name}">${name}</a>` : name;
}

function cited(sources: Sources): string {
  const links = sources.map(({title, url}) => `<a href="${escapeHtml(url)}">${inlineCode(title)}</a>`);
  return links.length === 0 ? "" : ` <small>(${links.join("; ")})</small>`;
}
