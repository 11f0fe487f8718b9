import {figureText, measureOf} from "#lib/claim-figure.js";
import {tellingFlags} from "#lib/telling-flags.js";
import type {ClaimVerdict} from "#lib/verdict.js";
import {escapeHtml, inlineCode} from "../html.js";
import {countStandings, type LedgerColumn, type LedgerLab, type LedgerRow, readLedger} from "../ledger.js";
import {verdictBadge} from "../verdict-badge.js";
import {SOURCES} from "./claims.js";
import {turnsAmongNodes, turnsElsewhere} from "./ledger-turns.js";

/** The languages of twins, by the names of their runtimes. */
const LANGUAGES: Readonly<Record<string, string>> = {python: "Python", jvm: "Java"};

/** `ledger`: every claim of every lab, with the verdict of every environment that has measured it. */
export function ledger(): string {
  const labs = readLedger();
  return `<div class="ledger">
${summary(labs)}
${turnsAmongNodes(labs)}
${turnsElsewhere(labs)}
${filter(labs)}
${labs.map(section).join("\n")}
</div>`;
}

function summary(labs: readonly LedgerLab[]): string {
  const {all, holds, fails, turns, open} = countStandings(labs);
  if (labs.every(({columns}) => columns.length === 0)) {
    return `<p class="ledger-summary">${counted(all)} wait to be measured. <code>npm start</code> measures them.</p>`;
  }
  const said = countStandings(labs, "article");
  return `<p class="ledger-summary">Of <b>${counted(all)}</b>, <b>${holds}</b> ${holds === 1 ? "holds" : "hold"} wherever
there is a figure, <b>${fails + turns}</b> ${fails + turns === 1 ? "fails" : "fail"} somewhere, and of these <b>${turns}</b>
${turns === 1 ? "turns" : "turn"}: held in one environment, refuted in another. <b>${open}</b> ${open === 1 ? "is" : "are"} open.
The article said ${said.all} of them; ${said.fails + said.turns} of those ${said.fails + said.turns === 1 ? "fails" : "fail"} somewhere.</p>`;
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "claim" : "claims"}`;
}

function filter(labs: readonly LedgerLab[]): string {
  const columns = new Map(labs.flatMap(({columns}) => columns.map(({key, name}) => [key, name] as const)));
  const verdicts = {holds: "holds", fails: "fails", undecided: "undecided", turns: "turns"};
  const sources = {...SOURCES, own: "our own"};
  const labNames = Object.fromEntries(labs.map(({name}) => [name, name]));
  return `<form class="ledger-filter" role="search" aria-label="Claims">
${select("lab", "lab", "all labs", labNames)}
${select("verdict", "verdict", "any verdict", verdicts)}
${select("environment", "where", "anywhere", Object.fromEntries(columns))}
${select("source", "said by", "anyone", sources)}
<button type="reset">Show all</button>
<p class="ledger-count" role="status"></p>
</form>`;
}

function select(name: string, label: string, any: string, values: Record<string, string>): string {
  const options = Object.entries(values).map(
    ([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`
  );
  return `<label>${label} <select name="${name}"><option value="">${any}</option>${options.join("")}</select></label>`;
}

function section({name, twin, question, lesson, columns, rows}: LedgerLab): string {
  const id = `lab-${escapeHtml([name, twin].filter(Boolean).join("-"))}`;
  const title = twin === null ? inlineCode(question) : `Claims of the same lab in ${LANGUAGES[twin] ?? twin}`;
  const link = lesson === null ? "" : `<p><a href="${lesson}">The lesson</a></p>`;
  const heads = columns.map(columnHead).join("") || `<th scope="col">not measured yet</th>`;
  return `<section class="ledger-lab" data-lab="${escapeHtml(name)}">
<h${twin === null ? 2 : 3} id="${id}">${title}</h${twin === null ? 2 : 3}>
${link}
<div class="table" tabindex="0" role="region" aria-labelledby="${id}"><table>
<thead><tr><th scope="col">claim</th>${heads}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, columns, lesson)).join("\n")}</tbody>
</table></div>
</section>`;
}

function columnHead({key, environment}: LedgerColumn): string {
  const {run, runtime, machine, place, stale} = environment;
  const flags = tellingFlags(run.runtime)
    .filter((flag) => !runtime.includes(flag))
    .map((flag) => ` <code>${escapeHtml(flag)}</code>`)
    .join("");
  const where = place === "local" ? "your machine" : machine.id;
  const effort = run.effort === "precise" ? "" : `<br>${run.effort} effort`;
  const old = stale ? "<br>The lab has changed since." : "";
  return `<th scope="col" class="in-${place}" data-environment="${key}">${escapeHtml(runtime)}${flags}<br><small>${escapeHtml(where)}${effort}${old}</small></th>`;
}

function tableRow(row: LedgerRow, columns: readonly LedgerColumn[], lesson: string | null): string {
  const {anchor, claim, judged, standing} = row;
  const source = claim.source === undefined ? "" : ` <small class="claim-source">${SOURCES[claim.source]}</small>`;
  const link = lesson === null ? "" : `<a href="${lesson}">lesson</a>`;
  const own = `<a href="#${anchor}" aria-label="Link to this claim">#</a>`;
  const cells = columns.map((column, index) => cell(column, judged[index]!)).join("");
  return `<tr id="${anchor}" tabindex="-1" data-source="${claim.source ?? "own"}" data-standing="${standing}">
<th scope="row">${inlineCode(claim.that)}${source} <small class="ledger-links">${link} ${own}</small></th>
${cells || `<td data-verdict="undecided">${verdictBadge("undecided")}</td>`}</tr>`;
}

function cell({key, name}: LedgerColumn, {claim, verdict, ratio, interval, sentence}: ClaimVerdict): string {
  const figure =
    ratio === null || interval === null ? escapeHtml(sentence) : figureText(measureOf(claim), ratio, interval);
  return `<td data-environment="${key}" data-verdict="${verdict}"><b class="ledger-where">${escapeHtml(name)}</b>${verdictBadge(verdict)} <span class="ledger-figure">${figure}</span></td>`;
}
