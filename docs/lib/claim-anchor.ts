import type {Range} from "./lab.js";
import type {RunClaim} from "./verdict.js";

/**
 * The address of a claim within a page: `claim-strings-push-join-ratio-above-1-at-10000`. It is made of what the
 * claim says and not of its wording or its place, so that a link lasts as long as the claim.
 */
export function claimAnchor(lab: string, claim: RunClaim): string {
  const where = claim.on === undefined ? [] : ["on", claim.on.runtime, ...(claim.on.versions ?? [])];
  return ["claim", lab, claim.variant, ...saying(claim), ...where].join("-").replaceAll(".", "_");
}

function saying(claim: RunClaim): (string | number)[] {
  if ("growth" in claim) return ["growth", ...bounds(claim.growth), "from", claim.from, "to", claim.to];
  if ("rate" in claim) return ["rate", ...bounds(claim.rate), "at", claim.at];
  const other = claim.to === undefined ? [] : ["to", claim.to];
  return ["ratio", ...other, ...bounds(claim.ratio), "at", claim.at];
}

function bounds({above, below}: Range): (string | number)[] {
  return [...(above === undefined ? [] : ["above", above]), ...(below === undefined ? [] : ["below", below])];
}
