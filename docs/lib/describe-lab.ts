import type {Lab, Variant} from "./lab.js";
import type {LabDescription} from "./result.js";

/**
 * What a lab says of itself, for everyone who must not run its code. Checks only what the code alone can
 * show; `checkLab` checks the rest.
 *
 * @param lab the default export of a lab file, not yet believed
 * @throws TypeError that names what is missing
 */
export function describeLab(lab: unknown): LabDescription {
  if (!isRecord(lab))
    throw new TypeError(
      "expected the file's default export to be a lab, an object with question, sizes, setup and variants"
    );
  const {
    question,
    kind,
    unit = "operation",
    sizes,
    setup,
    baseline,
    variants,
    claims = [],
    tolerance = 0
  } = lab as Partial<Lab<unknown>>;
  if (typeof setup !== "function") throw new TypeError("setup: expected a function (size, random) => input");
  if (!isRecord(variants)) throw new TypeError("variants: expected an object of functions");
  const bases = new Set([
    baseline,
    ...Object.values(variants).map((variant) => (variant as {against?: string})?.against)
  ]);
  return {
    question,
    kind: kind ?? "compute",
    unit,
    sizes,
    baseline,
    variants: Object.entries(variants as Lab<unknown>["variants"]).map(([name, variant]) => {
      checkRunnable(name, variant);
      const options = typeof variant === "function" ? {} : variant;
      return {
        name,
        title: "title" in options ? options.title : name,
        against: "against" in options ? options.against : bases.has(name) ? null : baseline,
        sizes: "sizes" in options ? options.sizes : sizes,
        ...("kind" in options ? {kind: options.kind} : {}),
        ...("mistake" in options ? {mistake: options.mistake} : {})
      };
    }),
    claims,
    tolerance
  } as LabDescription;
}

function checkRunnable(name: string, variant: Variant<unknown>): void {
  if (typeof variant === "function") return;
  if (!isRecord(variant) || typeof variant.run !== "function") {
    throw new TypeError(`variants.${name}: expected a function, or an object with a function run`);
  }
  if (variant.prepare !== undefined && typeof variant.prepare !== "function") {
    throw new TypeError(`variants.${name}.prepare: expected a function`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
