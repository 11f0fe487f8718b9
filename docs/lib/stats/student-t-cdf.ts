import {incompleteBeta} from "./incomplete-beta.js";

/**
 * The share of Student's t distribution that lies below t. Its lower tail keeps its relative precision: take
 * `2 * studentTCdf(-Math.abs(t), df)` for a two-sided p-value.
 *
 * @param df degrees of freedom, above 0, not necessarily whole
 * @throws RangeError if t is not a number, or df is not above 0 and finite
 */
export function studentTCdf(t: number, df: number): number {
  if (Number.isNaN(t)) throw new RangeError("t: expected a number, got NaN");
  if (!(df > 0 && df < Infinity)) throw new RangeError(`df: expected a finite number above 0, got ${df}`);
  if (t > 0) return 1 - studentTCdf(-t, df);
  const square = t * t;
  if (square === Infinity) return 0;
  if (square > df) return incompleteBeta(df / (df + square), df / 2, 0.5) / 2;
  return (1 - incompleteBeta(square / (df + square), 0.5, df / 2)) / 2;
}
