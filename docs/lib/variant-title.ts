import type {LabDescription} from "./result.js";

/** What tables and sentences call a variant: its title, or its name where it is unknown. */
export function variantTitle({variants}: Pick<LabDescription, "variants">, name: string): string {
  return variants.find((variant) => variant.name === name)?.title ?? name;
}
