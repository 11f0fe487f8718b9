import {logGamma} from "./log-gamma.js";
import {studentTCdf} from "./student-t-cdf.js";

/**
 * The value below which the share p of Student's t distribution lies: the inverse of `studentTCdf`.
 *
 * @param df degrees of freedom, above 0, not necessarily whole
 * @throws RangeError if p is not a share, or df is not above 0 and finite
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: expected a share from 0 to 1, got ${p}`);
  if (p > 0.5) return -studentTQuantile(1 - p, df);
  if (p === 0) return -Infinity;
  const peak = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  const density = (t: number) => Math.exp(peak - ((df + 1) / 2) * Math.log1p((t * t) / df));
  // Below 0 the distribution function is convex, so Newton's steps from 0 approach the root from one side.
  for (let t = 0; ; ) {
    const next = t - (studentTCdf(t, df) - p) / density(t);
    if (!(next < t - 1e-15 * Math.abs(t))) return t;
    t = next;
  }
}
