import type {Lab, Variant, VariantOptions} from "#lib/lab.js";

/**
 * The lab for its contract test: each variant does its work two times on one input, and throws if the answers
 * differ. Then it has changed its input, and a batch of it would not repeat the same work.
 */
export function twice<Input>(lab: Lab<Input>): Lab<Input> {
  const entries = Object.entries(lab.variants).map(([name, variant]) => [name, repeated(name, variant)]);
  return {...lab, variants: Object.fromEntries(entries)};
}

function repeated<Input>(name: string, variant: Variant<Input>): Variant<Input> {
  const options: VariantOptions<Input, never> = typeof variant === "function" ? {run: variant} : variant;
  return {
    ...options,
    run(input) {
      const first = options.run(input);
      const second = options.run(input);
      if (first !== second && mayAnswer(second))
        throw new Error(`${name}: a second iteration gave ${second} after ${first}`);
      return first;
    }
  };
}

/** What can be no answer at all is told by who takes answers, in its own words. */
function mayAnswer(value: unknown): boolean {
  return typeof value !== "object" && !Number.isNaN(value);
}
