import type {LabDescription} from "./result.js";
import type {RunClaim} from "./verdict.js";

/** Which variant each variant of a lab is compared with; null for a baseline. */
export type Baselines = readonly Pick<LabDescription["variants"][number], "name" | "against">[];

/**
 * A claim that names what it compares with, as the lab that stakes it has it: a run in another language may hold
 * the same variants against others.
 *
 * @param variants of the lab that stakes the claim
 */
export function comparedWith(claim: RunClaim, variants: Baselines): RunClaim {
  if (!("ratio" in claim) || claim.to !== undefined) return claim;
  const against = variants.find(({name}) => name === claim.variant)?.against ?? null;
  return against === null ? claim : {...claim, to: against};
}
