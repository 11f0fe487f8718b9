import type {ClaimVerdict} from "./verdict.js";

/** One sign for each verdict of a claim, so that colour is never the only mark. */
export const VERDICT_SIGNS: Readonly<Record<ClaimVerdict["verdict"], string>> = {
  holds: "✓",
  fails: "✗",
  undecided: "?"
};
