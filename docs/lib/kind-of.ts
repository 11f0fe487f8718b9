import type {Kind} from "./lab.js";
import type {LabDescription} from "./result.js";

/** What bounds the work of a variant: what it says itself, else what its lab says. */
export function kindOf(lab: LabDescription, variant: string): Kind {
  return lab.variants.find(({name}) => name === variant)?.kind ?? lab.kind;
}
