import type {ClaimVerdict} from "#lib/verdict.js";
import {VERDICT_SIGNS} from "#lib/verdict-signs.js";

/** The verdict of a claim as word, sign and colour: any one of them is enough. */
export function verdictBadge(verdict: ClaimVerdict["verdict"]): string {
  return `<span class="verdict verdict-${verdict}"><span aria-hidden="true">${VERDICT_SIGNS[verdict]}</span> ${verdict}</span>`;
}
