import type {LabDescription} from "#lib/result.js";
import {ReaderError} from "../../errors.js";
import {sizeOf, variantNamed} from "../known-labs.js";

type Variant = LabDescription["variants"][number];

/** Variants that share a baseline, at one size. */
export interface Chosen {
  readonly baseline: Variant;
  readonly variants: readonly Variant[];
  readonly size: number;
}

/**
 * The variants that a directive asks for: those named, or all that are compared with the baseline at this size.
 *
 * @throws ReaderError if one does not exist, is not measured at this size, or has another baseline
 */
export function choose(
  lab: LabDescription,
  {at, names, baseline}: {at: string | undefined; names?: readonly string[] | undefined; baseline?: string | undefined}
): Chosen {
  const named = names?.map((name) => variantNamed(lab, name));
  const base = variantNamed(lab, baseline ?? named?.find(({against}) => against !== null)?.against ?? lab.baseline);
  const size = sizeOf(base, at);
  const all = lab.variants.filter(({against, sizes}) => against === base.name && sizes.includes(size));
  const variants = (named ?? all).filter(({name}) => name !== base.name);
  for (const variant of variants) {
    sizeOf(variant, at);
    if (variant.against === base.name) continue;
    throw new ReaderError(`${variant.name} is compared with ${variant.against}, not with ${base.name}`);
  }
  return {baseline: base, variants, size};
}
