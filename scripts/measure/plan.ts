import {closest} from "fastest-levenshtein";
import {otherOf, sizesOf} from "#lib/check-lab.js";
import type {LabDescription} from "#lib/result.js";
import {ReaderError} from "../errors.js";

/** One thing to measure in every block. */
export interface Cell {
  readonly variant: string;
  readonly size: number;
}

/** One of several parts of a plan, each measured on a machine of its own. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Which part of a lab the reader wants. Nothing given: all of it. */
export interface Wanted {
  readonly variants?: readonly string[];
  readonly sizes?: readonly number[];
  /** Only what the claims need. */
  readonly claimsOnly?: boolean;
  /** Only one of several parts of all that. */
  readonly shard?: Shard;
}

/**
 * The cells of a block, in the lab's order: what is wanted, and the baselines that it is compared with.
 *
 * @throws ReaderError if a variant or a size does not exist
 */
export function cellsOf(lab: LabDescription, wanted: Wanted): Cell[] {
  const names = checkNames(lab, wanted.variants ?? lab.variants.map(({name}) => name));
  const sizes = checkSizes(lab, wanted.sizes ?? lab.sizes);
  const keys = new Set<string>();
  const add = (variant: string, size: number) => {
    const {against, sizes: own} = lab.variants.find(({name}) => name === variant)!;
    if (!own.includes(size)) return;
    keys.add(keyOf({variant, size}));
    if (against !== null) keys.add(keyOf({variant: against, size}));
  };
  if (wanted.claimsOnly === true && lab.claims.length > 0) {
    for (const claim of lab.claims) {
      const other = otherOf(claim, lab);
      for (const size of sizesOf(claim)) {
        add(claim.variant, size);
        if (other !== null) add(other, size);
      }
    }
  } else for (const name of names) for (const size of sizes) add(name, size);
  const cells = lab.variants.flatMap(({name: variant, sizes: own}) => own.map((size) => ({variant, size})));
  const planned = cells.filter((cell) => keys.has(keyOf(cell)));
  if (planned.length === 0)
    throw new ReaderError(`--size: ${names.join(", ")} not measured at ${sizes.join(", ")}`, ownSizes(lab, names));
  return planned;
}

export function keyOf({variant, size}: Cell): string {
  return `${variant} at ${size}`;
}

function ownSizes({variants}: LabDescription, names: readonly string[]): string[] {
  return variants
    .filter(({name}) => names.includes(name))
    .map(({name, sizes}) => `${name} is measured at ${sizes.join(", ")}`);
}

function checkNames(lab: LabDescription, names: readonly string[]): readonly string[] {
  const known = lab.variants.map(({name}) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new ReaderError(`--variant: no variant ${name}`, [
      `did you mean ${closest(name, known)}? there are: ${known.join(", ")}`
    ]);
  }
  return names;
}

function checkSizes(lab: LabDescription, sizes: readonly number[]): readonly number[] {
  const unknown = sizes.find((size) => !lab.sizes.includes(size));
  if (unknown === undefined) return sizes;
  throw new ReaderError(`--size: no size ${unknown}`, [`there are: ${lab.sizes.join(", ")}`]);
}
