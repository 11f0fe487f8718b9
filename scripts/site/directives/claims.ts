import {claimAnchor} from "#lib/claim-anchor.js";
import type {ClaimVerdict, RunClaim} from "#lib/verdict.js";
import {exactPlace} from "../chart/provenance.js";
import {type DirectiveArguments, required} from "../directive.js";
import {type Environment, environmentsOf, judgedIn} from "../environments.js";
import {escapeHtml, inlineCode} from "../html.js";
import {labNamed} from "../known-labs.js";
import {verdictBadge} from "../verdict-badge.js";

/** Where a sentence comes from, in words. */
export const SOURCES = {article: "said in the article", folklore: "often said"} as const;

interface Judged extends ClaimVerdict {
  readonly environment: Environment;
}

/** `claims strings`: every claim of the lab, with the verdict of every environment, the reader's own first. */
export function claims({positional}: DirectiveArguments): string {
  const name = required(positional[0], "the lab");
  const environments = environmentsOf(name);
  const items = labNamed(name).claims.map((claim) => {
    const judged = environments.map((environment) => ({...judgedIn(environment, claim), environment}));
    return claimItem(claim, claimAnchor(name, claim), judged);
  });
  return `<ol class="claims" data-lab="${escapeHtml(name)}">\n${items.join("\n")}\n</ol>`;
}

function claimItem(claim: RunClaim, anchor: string, judged: readonly Judged[]): string {
  const source = claim.source === undefined ? "" : ` <small class="claim-source">${SOURCES[claim.source]}</small>`;
  const own = judged.filter(({environment}) => environment.place === "local");
  const reference = judged.filter(({environment}) => environment.place === "reference");
  const items = [...own, ...reference].map(verdictItem);
  if (items.length === 0) items.push(`<li>${verdictBadge("undecided")} <span>Not measured yet.</span></li>`);
  return `<li class="claim" id="${escapeHtml(anchor)}"><p class="claim-that">${inlineCode(claim.that)}${source}</p>
${disagreement(own, reference)}<ul class="claim-verdicts">${items.join("\n")}</ul></li>`;
}

function verdictItem({environment, verdict, sentence}: Judged): string {
  const said = `${exactPlace(environment)}: ${escapeHtml(sentence)}`;
  return `<li class="in-${environment.place}">${verdictBadge(verdict)} <span>${said}</span></li>`;
}

/** Said where the reader's machine has decided otherwise than every reference that has decided. */
function disagreement(own: readonly Judged[], reference: readonly Judged[]): string {
  const [ours, theirs] = [own, reference].map((judged) => new Set(judged.map(({verdict}) => verdict)));
  for (const verdicts of [ours!, theirs!]) verdicts.delete("undecided");
  const isOther = ours!.size > 0 && theirs!.size > 0 && [...ours!].every((verdict) => !theirs!.has(verdict));
  return isOther ? `<p class="claim-differs">Your machine says otherwise than the reference.</p>\n` : "";
}
