import {existsSync} from "node:fs";
import {join} from "node:path";
import type {ClaimVerdict, RunClaim} from "#lib/verdict.js";
import type {DirectiveArguments} from "../directive.js";
import {type Environment, judgedIn, quotableEnvironments} from "../environments.js";
import {escapeHtml, inlineCode} from "../html.js";
import {labNamed, labNames} from "../known-labs.js";
import {verdictBadge} from "../verdict-badge.js";
import {SOURCES} from "./claims.js";
import {EXPECTATIONS, type Expectation} from "./expectations.js";

interface Surprise extends ClaimVerdict {
  readonly lab: string;
  readonly environment: Environment;
  /** Whose expectation the verdict upsets, if we know of one. */
  readonly expectation: Expectation | undefined;
}

/**
 * `surprises count=3`: from each lab the verdict that is least expected, the most surprising first, with whom it
 * surprises and why.
 */
export function surprises({named}: DirectiveArguments): string {
  const count = Number(named.get("count") ?? 3);
  const found = labNames().flatMap((lab) => mostSurprising(lab));
  const shown = found.sort((a, b) => surprise(b) - surprise(a)).slice(0, count);
  if (shown.length === 0) return `<p>Nothing has been measured yet: <code>npm start</code> does it.</p>`;
  return `<ul class="surprises">\n${shown.map(card).join("\n")}\n</ul>`;
}

function mostSurprising(lab: string): Surprise[] {
  const ranked = quotableEnvironments(lab);
  const judged = labNamed(lab).claims.flatMap((claim) => firstDecided(lab, claim, ranked) ?? []);
  return judged.sort((a, b) => surprise(b) - surprise(a)).slice(0, 1);
}

function firstDecided(lab: string, claim: RunClaim, ranked: readonly Environment[]): Surprise | undefined {
  for (const environment of ranked) {
    const judged = judgedIn(environment, claim);
    if (judged.verdict !== "undecided") return {...judged, lab, environment, expectation: upset(lab, judged)};
  }
  return undefined;
}

function upset(lab: string, {claim, verdict}: ClaimVerdict): Expectation | undefined {
  return EXPECTATIONS.find((one) => one.lab === lab && one.that === claim.that && one.verdict === verdict);
}

/** What upsets an expectation comes first; then what is widely said and fails; then what is far from 1. */
function surprise({claim, verdict, ratio, expectation}: Surprise): number {
  const upsets = expectation === undefined ? 0 : 1000;
  const popular = claim.source !== undefined && verdict === "fails" ? 100 : 0;
  return upsets + popular + ("rate" in claim ? 0 : Math.abs(Math.log(ratio ?? 1)));
}

function card({lab, claim, verdict, sentence, environment, expectation}: Surprise): string {
  const page = existsSync(join("docs", "lessons", `${lab}.md`)) ? `/lessons/${lab}` : undefined;
  const link = page === undefined ? "" : ` <a href="${page}">The lesson</a>`;
  const said = claim.source === undefined ? "" : `<small class="claim-source">${SOURCES[claim.source]}</small> `;
  return `<li class="surprise"><p class="claim-that">${said}${inlineCode(claim.that)}</p>
<p>${verdictBadge(verdict)} ${escapeHtml(sentence.charAt(0).toUpperCase() + sentence.slice(1))}</p>
${whomLine(expectation)}<p class="surprise-where">${escapeHtml(environment.name)}.${link}</p></li>`;
}

function whomLine(expectation: Expectation | undefined): string {
  if (expectation === undefined) return "";
  const {whom, because} = expectation;
  return `<p class="surprise-whom"><b>A surprise if you come from ${escapeHtml(whom)}.</b> ${inlineCode(because)}</p>\n`;
}
