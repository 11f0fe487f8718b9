import {figureText, measureOf} from "#lib/claim-figure.js";
import type {ClaimVerdict} from "#lib/verdict.js";
import {escapeHtml, inlineCode} from "../html.js";
import {type LedgerColumn, type LedgerLab, type LedgerRow, standingOf} from "../ledger.js";
import {verdictBadge} from "../verdict-badge.js";

/** A claim that turns, and the environments that are told of it. */
interface Turn {
  readonly row: LedgerRow;
  readonly told: readonly (readonly [LedgerColumn, ClaimVerdict])[];
}

/** Claims that hold on one version of Node.js and fail on another, with the figure of each. */
export function turnsAmongNodes(labs: readonly LedgerLab[]): string {
  return list("turn-node", "Claims that turn from one Node.js to another", labs.flatMap(nodeTurns), withFigures);
}

/** Claims that hold in one environment and fail in another, where no two versions of Node.js disagree. */
export function turnsElsewhere(labs: readonly LedgerLab[]): string {
  const turns = labs.flatMap((lab) => {
    const told = new Set(nodeTurns(lab).map(({row}) => row));
    const rows = lab.rows.filter((row) => row.standing === "turns" && !told.has(row));
    return rows.map((row): Turn => ({row, told: toldOf(lab, row)}));
  });
  return list("turn", "Claims that turn from one runtime to another", turns, byVerdict);
}

function nodeTurns(lab: LedgerLab): Turn[] {
  return lab.rows.flatMap((row): Turn[] => {
    const told = toldOf(lab, row).filter(([{environment}]) => environment.run.runtime.name === "node");
    return standingOf(told.map(([, judged]) => judged)) === "turns" ? [{row, told}] : [];
  });
}

function toldOf({columns}: LedgerLab, {judged}: LedgerRow): Turn["told"] {
  return columns.map((column, index) => [column, judged[index]!] as const);
}

function list(id: string, title: string, turns: readonly Turn[], where: (told: Turn["told"]) => string): string {
  if (turns.length === 0) return "";
  const items = turns.map(
    ({row: {anchor, claim}, told}) => `<li><a href="#${anchor}">${inlineCode(claim.that)}</a> ${where(told)}</li>`
  );
  return `<h2 id="${id}">${title}</h2>
<ul class="ledger-turns">${items.join("\n")}</ul>`;
}

function withFigures(told: Turn["told"]): string {
  const saying = told.flatMap(([{name}, {claim, verdict, ratio, interval}]) => {
    if (ratio === null || interval === null) return [];
    const figure = figureText(measureOf(claim), ratio, interval);
    return `<span>${verdictBadge(verdict)} ${escapeHtml(`${name}: ${figure}`)}</span>`;
  });
  return saying.join(" ");
}

function byVerdict(told: Turn["told"]): string {
  const spans = (["holds", "fails"] as const).map((verdict) => {
    const names = told.filter(([, judged]) => judged.verdict === verdict).map(([{name}]) => name);
    return `<span>${verdictBadge(verdict)} ${escapeHtml(names.join(", "))}</span>`;
  });
  return spans.join(" ");
}
