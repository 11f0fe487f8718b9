/** A uniform pseudo-random number in [0, 1), from a recorded seed. */
export type Random = () => number;

/**
 * What bounds the work. It decides which estimate leads: `compute` and `allocation` are judged in units of
 * the reference chain, `io` in nanoseconds.
 */
export type Kind = "compute" | "allocation" | "io";

/** What a variant may return. Texts are compared by length and hash. */
export type Answer = number | string | bigint | boolean;

/** Where a claim is meant to hold. `versions` is a list of major versions: `[24, 26]`. */
export interface Where {
  readonly runtime: string;
  readonly versions?: readonly number[];
}

/** An open range: a bound that is left out does not bind. */
export interface Range {
  readonly above?: number;
  readonly below?: number;
}

interface ClaimBase {
  /** The sentence that a result can refute. */
  readonly that: string;
  readonly variant: string;
  readonly on?: Where;
  /** Where the sentence comes from, if it is not ours: kept because it is popular, even when it fails. */
  readonly source?: "article" | "folklore";
}

/** At size `at`, time of the variant ÷ time of `to` (default: the variant's own baseline) lies in the range. */
export interface RatioClaim extends ClaimBase {
  readonly ratio: Range;
  readonly at: number;
  readonly to?: string;
}

/** Time of one iteration at size `to` ÷ time of one iteration at size `from` lies in the range. */
export interface GrowthClaim extends ClaimBase {
  readonly growth: Range;
  readonly from: number;
  readonly to: number;
}

/** Operations per second at size `at` lie in the range. An iteration of size n does n operations. */
export interface RateClaim extends ClaimBase {
  readonly rate: Range;
  readonly at: number;
}

/** A sentence that a result can refute. */
export type Claim = RatioClaim | GrowthClaim | RateClaim;

/** A variant that needs more than a function. */
export interface VariantOptions<Input, Own = Input> {
  /** Makes the variant's own input from the lab's. Not timed. */
  readonly prepare?: (input: Input) => Own;
  /** The work: one iteration. Must return a value that depends on all of it. */
  readonly run: (input: Own) => Answer;
  /** How pages and tables name it; the key, if left out. */
  readonly title?: string;
  /**
   * The variant it is compared with, if not the lab's baseline. Both must give the same answer. A variant that
   * others name here, and that names none itself, is a baseline.
   */
  readonly against?: string;
  /** What bounds it, if that is not what bounds the lab. The variant it is compared with has the same. */
  readonly kind?: Kind;
  /** The sizes it is limited to, if not all of the lab's. */
  readonly sizes?: readonly number[];
  /** Says which mistake the variant shows on purpose. Its answer is not compared. */
  readonly mistake?: string;
}

/** One way to do the work. */
export type Variant<Input> = ((input: Input) => Answer) | VariantOptions<Input, never>;

/** A question, and the variants that answer it. */
export interface Lab<Input> {
  readonly question: string;
  readonly kind: Kind;
  /** What one operation is, in the singular: "element", "piece". An iteration of size n does n of them. */
  readonly unit: string;
  /** Ascending. */
  readonly sizes: readonly number[];
  /** Makes the data. The same seed gives the same data. Not timed. */
  readonly setup: (size: number, random: Random) => Input;
  readonly baseline: string;
  readonly variants: {readonly [name: string]: Variant<Input>};
  readonly claims: readonly Claim[];
  /** How far numeric answers may differ, relative to the larger; 0 if left out. */
  readonly tolerance?: number;
}

/** Adds types to a lab; returns it unchanged. */
export function defineLab<Input>(lab: Lab<Input>): Lab<Input> {
  return lab;
}

/** Adds types to a variant that prepares an input of its own; returns it unchanged. */
export function prepared<Input, Own>(options: VariantOptions<Input, Own>): VariantOptions<Input, never> {
  return options as unknown as VariantOptions<Input, never>;
}
