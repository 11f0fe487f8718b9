import {kindOf} from "./kind-of.js";
import type {Claim} from "./lab.js";
import {checkDescription, type LabDescription} from "./result.js";

/** A lab that cannot be measured; the message names the lab, the place in it and what was expected. */
export class LabError extends Error {
  override readonly name = "LabError";
}

/**
 * The rules of a lab's form: every name that is used exists, sizes ascend, claims can be decided.
 *
 * @param value what `describeLab` returned, perhaps in another process
 * @param place named first in every message
 * @throws ResultError or LabError that names the first place that is wrong
 */
export function checkLab(value: unknown, place: string): LabDescription {
  const lab = checkDescription(value, place);
  const names = lab.variants.map(({name}) => name);
  const wrong = (at: string, what: string) => new LabError(`${place}: ${at}: ${what}`);
  if (!ascending(lab.sizes)) throw wrong("sizes", `expected ascending sizes, got ${lab.sizes.join(", ")}`);
  if (new Set(names).size !== names.length) throw wrong("variants", "expected every name once");
  if (!names.includes(lab.baseline))
    throw wrong("baseline", `expected one of ${names.join(", ")}, got ${lab.baseline}`);
  for (const variant of lab.variants) {
    const at = `variants.${variant.name}`;
    const unknown = variant.sizes.find((size) => !lab.sizes.includes(size));
    if (unknown !== undefined) throw wrong(`${at}.sizes`, `expected sizes of the lab, got ${unknown}`);
    if (variant.sizes.length === 0 || !ascending(variant.sizes)) throw wrong(`${at}.sizes`, "expected ascending sizes");
    if (variant.against !== null && (!names.includes(variant.against) || variant.against === variant.name)) {
      throw wrong(`${at}.against`, `expected another variant, got ${variant.against}`);
    }
    if (variant.against !== null && kindOf(lab, variant.name) !== kindOf(lab, variant.against)) {
      throw wrong(`${at}.kind`, `expected the kind of ${variant.against}, with which it is compared`);
    }
  }
  for (const [index, claim] of lab.claims.entries()) {
    const problem = problemOf(claim, lab);
    if (problem !== null) throw wrong(`claims[${index}]`, problem);
  }
  return lab;
}

/** The sizes at which a claim needs its variant measured. */
export function sizesOf(claim: Claim): number[] {
  return "growth" in claim ? [claim.from, claim.to] : [claim.at];
}

/** The variant that a ratio claim compares with, null for other claims. */
export function otherOf(claim: Claim, lab: LabDescription): string | null {
  if (!("ratio" in claim)) return null;
  return claim.to ?? lab.variants.find(({name}) => name === claim.variant)?.against ?? null;
}

function problemOf(claim: Claim, lab: LabDescription): string | null {
  const other = otherOf(claim, lab);
  if ("ratio" in claim && other === null)
    return `${claim.variant} is a baseline: name the variant to compare with in "to"`;
  for (const name of other === null ? [claim.variant] : [claim.variant, other]) {
    const variant = lab.variants.find((candidate) => candidate.name === name);
    if (variant === undefined) return `expected a variant of the lab, got ${name}`;
    const missing = sizesOf(claim).find((size) => !variant.sizes.includes(size));
    if (missing !== undefined) return `${name} is not measured at ${missing}, only at ${variant.sizes.join(", ")}`;
  }
  const {above, below} = "ratio" in claim ? claim.ratio : "growth" in claim ? claim.growth : claim.rate;
  if (above === undefined && below === undefined) return "expected a bound: above, below or both";
  if ((above ?? 0) < 0 || (above ?? 0) >= (below ?? Number.POSITIVE_INFINITY)) return "expected 0 ≤ above < below";
  return null;
}

function ascending(sizes: readonly number[]): boolean {
  return sizes.every((size, index) => index === 0 || size > sizes[index - 1]!);
}
