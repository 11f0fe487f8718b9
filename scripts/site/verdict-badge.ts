import type {ClaimVerdict} from "#lib/verdict.js";

const SIGNS: Record<ClaimVerdict["verdict"], string> = {holds: "✓", fails: "✗", undecided: "?"};

/** The verdict of a claim as word, sign and colour: any one of them is enough. */
export function verdictBadge(verdict: ClaimVerdict["verdict"]): string {
  return `<span class="verdict verdict-${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${verdict}</span>`;
}
