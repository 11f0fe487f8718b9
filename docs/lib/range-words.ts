import type {Range} from "./lab.js";
import {formatLarge} from "./units.js";
import type {ClaimVerdict} from "./verdict.js";

/** What a claim asks for, where it is not seen to hold: its own words may not tell how much. Begins with a comma. */
export function whyNot(verdict: ClaimVerdict["verdict"], range: Range): string {
  if (verdict === "holds") return "";
  const text = rangeText(range);
  return verdict === "fails" ? `, which is not ${text}` : `, which leaves open whether it is ${text}`;
}

function rangeText({above, below}: Range): string {
  const bounds = [
    above === undefined ? "" : `above ${formatLarge(above)}`,
    below === undefined ? "" : `below ${formatLarge(below)}`
  ];
  return bounds.filter(Boolean).join(" and ");
}
