/** Where code stands, as V8 tells it: the code that ran, before any source map. */
export interface CodePlace {
  /** Path or address; empty if not known. */
  readonly file: string;
  /** From 1; 0 if not known. */
  readonly line: number;
  /** From 1; 0 if not known. */
  readonly column: number;
}

/** Optimised code that V8 gave up, at one place for one reason. */
export interface Deoptimisation {
  /** In V8's words: "deopt-eager", "deopt-lazy" or "dependency-change". */
  readonly kind: string;
  /** In V8's words: "wrong map". They differ by version; `explainReason` has more. */
  readonly reason: string;
  /** Where, innermost first: after the place itself the calls into which it was inlined. */
  readonly places: readonly [CodePlace, ...CodePlace[]];
  /** The function whose code was given up, empty if it has no name; null in a log without code. */
  readonly functionName: string | null;
  readonly count: number;
}

/** How many shapes of objects a site of an inline cache has seen: one, up to four, more. */
export type CacheState = "monomorphic" | "polymorphic" | "megamorphic";

/** The compiler whose code a function has reached, from the slowest code to the fastest. */
export const TIERS = ["interpreter", "baseline", "maglev", "turbofan"] as const;
export type Tier = (typeof TIERS)[number];

/** A place that reads or writes a property, with what its inline cache has seen. */
export interface CacheSite {
  /** In V8's words: "LoadIC", "KeyedStoreIC" … */
  readonly access: string;
  /** The property; null where the site has used several. */
  readonly property: string | null;
  readonly place: CodePlace;
  /** Empty for a function without a name. */
  readonly functionName: string;
  /** The worst that was reached. */
  readonly state: CacheState;
  /** How often V8 had to look an object up that the cache did not know. */
  readonly misses: number;
  /** How many shapes (V8: maps) were looked up. */
  readonly shapes: number;
  /** The best code that the function reached: a function that was never optimised has hardly run. */
  readonly tier: Tier;
}

/** What V8 wrote of one isolate. */
export interface V8Log {
  /** "11.3.244.8"; null if the log does not begin as V8 begins it. */
  readonly version: string | null;
  /** In the order in which they came first. */
  readonly deoptimisations: readonly Deoptimisation[];
  /** In the order in which they came first; none without --log-ic. */
  readonly sites: readonly CacheSite[];
  /** The `sourceMappingURL` at the end of a script, by the script's file; none in a log without code. */
  readonly sourceMaps: ReadonlyMap<string, string>;
}
