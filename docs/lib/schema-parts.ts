import * as v from "valibot";

/** Of a lab, a variant, a runtime, a machine: fit for a file name. */
export const name = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/, "expected a name of letters, digits, - and _")
);
/** A short text that people read. */
export const line = v.pipe(v.string(), v.maxLength(400));
/** A whole number from 0. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A whole number from 1. */
export const size = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** Finite and above 0. */
export const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
/** Nanoseconds of something that took time: no processor and no patience go beyond, and no statistic overflows. */
export const nanoseconds = v.pipe(v.number(), v.minValue(1e-6), v.maxValue(1e18));
/** Finite and at least 0. */
export const nonNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
/** An open range: a bound that is left out does not bind. */
export const range = v.strictObject({above: v.exactOptional(v.number()), below: v.exactOptional(v.number())});
