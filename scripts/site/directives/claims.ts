import type {RunClaim} from "#lib/verdict.js";
import {type DirectiveArguments, required} from "../directive.js";
import {type Environment, environmentName, environmentsOf, judgedIn} from "../environments.js";
import {escapeHtml, inlineCode} from "../html.js";
import {labNamed} from "../known-labs.js";
import {verdictBadge} from "../verdict-badge.js";

/** Where a sentence comes from, in words. */
export const SOURCES = {article: "said in the article", folklore: "often said"} as const;

/** `claims strings`: every claim of the lab, with the verdict of every environment. */
export function claims({positional}: DirectiveArguments): string {
  const name = required(positional[0], "the lab");
  const lab = labNamed(name);
  const environments = environmentsOf(name);
  const items = lab.claims.map((claim) => claimItem(claim, environments));
  return `<ol class="claims" data-lab="${escapeHtml(name)}">\n${items.join("\n")}\n</ol>`;
}

function claimItem(claim: RunClaim, environments: readonly Environment[]): string {
  const source = claim.source === undefined ? "" : ` <small class="claim-source">${SOURCES[claim.source]}</small>`;
  return `<li class="claim"><p class="claim-that">${inlineCode(claim.that)}${source}</p>
<ul class="claim-verdicts">${verdictItems(claim, environments).join("\n")}</ul></li>`;
}

function verdictItems(claim: RunClaim, environments: readonly Environment[]): string[] {
  if (environments.length === 0) return [`<li>${verdictBadge("undecided")} <span>Not measured yet.</span></li>`];
  return environments.map((environment) => {
    const {verdict, sentence} = judgedIn(environment, claim);
    const where = `<b>${escapeHtml(environmentName(environment))}:</b>`;
    return `<li class="in-${environment.place}">${verdictBadge(verdict)} <span>${where} ${escapeHtml(sentence)}</span></li>`;
  });
}
