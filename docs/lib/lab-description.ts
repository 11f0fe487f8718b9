import * as v from "valibot";
import {count, line, name, nonNegative, range, size} from "./schema-parts.js";

const claimBase = {
  that: line,
  variant: name,
  on: v.exactOptional(v.strictObject({runtime: name, versions: v.exactOptional(v.array(count))})),
  source: v.exactOptional(v.picklist(["article", "folklore"]))
};

const claim = v.union([
  v.strictObject({...claimBase, ratio: range, at: size, to: v.exactOptional(name)}),
  v.strictObject({...claimBase, growth: range, from: size, to: size}),
  v.strictObject({...claimBase, rate: range, at: size})
]);

const kind = v.picklist(["compute", "allocation", "io"]);

const variant = v.strictObject({
  name,
  title: line,
  /** The variant it is compared with; null for a baseline. */
  against: v.nullable(name),
  sizes: v.array(size),
  /** What bounds it, if that is not what bounds the lab. */
  kind: v.exactOptional(kind),
  mistake: v.exactOptional(line)
});

/** What a lab says of itself, without its code. */
export const LabDescription = v.strictObject({
  question: line,
  /** What bounds the work of the variants that do not say otherwise: see `kindOf`. */
  kind,
  unit: line,
  sizes: v.pipe(v.array(size), v.minLength(1)),
  baseline: name,
  variants: v.array(variant),
  claims: v.array(claim),
  /** How far numeric answers may differ, relative to the larger. */
  tolerance: nonNegative
});
export type LabDescription = v.InferOutput<typeof LabDescription>;
