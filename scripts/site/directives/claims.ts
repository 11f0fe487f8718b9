import {claimAnchor} from "#lib/claim-anchor.js";
import {type ClaimVerdict, isAbout, type RunClaim} from "#lib/verdict.js";
import {exactPlace, listed} from "../chart/provenance.js";
import {staleNote} from "../chart/stale-note.js";
import {startingWith} from "../chart/starting.js";
import {type DirectiveArguments, required} from "../directive.js";
import {type Environment, environmentsOf, judgedIn} from "../environments.js";
import {escapeHtml, inlineCode} from "../html.js";
import {labNamed} from "../known-labs.js";
import {verdictBadge} from "../verdict-badge.js";

/** Where a sentence comes from, in words. */
export const SOURCES = {article: "said in the article that this book answers", folklore: "often said"} as const;

interface Judged extends ClaimVerdict {
  readonly environment: Environment;
}

/**
 * `claims strings`: every claim of the lab, with the verdicts of the environments that charts start with, the
 * reader's own first, and those of all others in a fold.
 */
export function claims({positional}: DirectiveArguments, page: object): string {
  const name = required(positional[0], "the lab");
  const environments = environmentsOf(name);
  const first = startingWith(environments);
  const items = labNamed(name).claims.map((claim) => {
    const judged = environments.map((environment) => ({...judgedIn(environment, claim), environment}));
    return claimItem(claim, claimAnchor(name, claim), judged, first);
  });
  return `${staleNote(name, page)}<ol class="claims" data-lab="${escapeHtml(name)}">\n${items.join("\n")}\n</ol>`;
}

function claimItem(claim: RunClaim, anchor: string, judged: readonly Judged[], first: Set<Environment>): string {
  const source = claim.source === undefined ? "" : ` <small class="claim-source">${SOURCES[claim.source]}</small>`;
  const concerned = judged.filter(({environment}) => isAbout(claim, environment.run.runtime));
  const own = concerned.filter(({environment}) => environment.place === "local");
  const reference = concerned.filter(({environment}) => environment.place === "reference");
  const ordered = [...own, ...reference];
  const items = ordered.filter(({environment}) => first.has(environment)).map(verdictItem);
  if (items.length === 0) items.push(`<li>${verdictBadge("undecided")} <span>${noVerdict(claim)}</span></li>`);
  return `<li class="claim" id="${escapeHtml(anchor)}"><p class="claim-that">${inlineCode(claim.that)}${source}</p>
${disagreement(own, reference)}<ul class="claim-verdicts">${items.join("\n")}</ul>
${others(ordered.filter(({environment}) => !first.has(environment)))}</li>`;
}

function noVerdict({on}: RunClaim): string {
  if (on === undefined) return "Not measured yet.";
  return escapeHtml(`Not measured yet on ${[on.runtime, on.versions?.join(", ")].filter(Boolean).join(" ")}.`);
}

/** A fold with what the others say, those left out that say nothing. */
function others(judged: readonly Judged[]): string {
  const saying = judged.filter(({interval}) => interval !== null);
  if (saying.length === 0) return "";
  return `<details class="claim-others"><summary>${saying.length} more: ${tally(saying)}</summary>
<ul class="claim-verdicts">${saying.map(verdictItem).join("\n")}</ul></details>`;
}

/** "it holds", of one; "it holds in each", "it holds in 5 and fails in 3". */
function tally(judged: readonly Judged[]): string {
  const words = {holds: "holds", fails: "fails", undecided: "is undecided"};
  const verdicts = (["holds", "fails", "undecided"] as const).map((verdict) => ({
    said: words[verdict],
    count: judged.filter((one) => one.verdict === verdict).length
  }));
  const seen = verdicts.filter(({count}) => count > 0);
  if (seen.length === 1) return `it ${seen[0]!.said}${judged.length === 1 ? "" : " in each"}`;
  return `it ${listed(seen.map(({said, count}) => `${said} in ${count}`))}`;
}

function verdictItem({environment, verdict, sentence}: Judged): string {
  const said = `${exactPlace(environment)}: ${escapeHtml(sentence)}`;
  return `<li class="in-${environment.place}">${verdictBadge(verdict)} <span>${said}</span></li>`;
}

/** Said where the reader's machine has decided otherwise than every reference that has decided, in the lab's own language. */
function disagreement(own: readonly Judged[], reference: readonly Judged[]): string {
  const [ours, theirs] = [own, reference].map((judged) => {
    const decided = judged.filter(({verdict, environment}) => verdict !== "undecided" && !environment.twin);
    return new Set(decided.map(({verdict}) => verdict));
  });
  const isOther = ours!.size > 0 && theirs!.size > 0 && [...ours!].every((verdict) => !theirs!.has(verdict));
  return isOther ? `<p class="claim-differs">Your machine says otherwise than the reference.</p>\n` : "";
}
