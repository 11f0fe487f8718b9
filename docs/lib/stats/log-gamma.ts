const COEFFICIENTS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
];

/**
 * The natural logarithm of the gamma function for x > 0, by the approximation of Lanczos (1964) with g = 7 and
 * nine terms (coefficients of Godfrey 2001); about 14 digits.
 *
 * @throws RangeError if x is not above 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x: expected a number above 0, got ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const series = COEFFICIENTS.reduce((sum, c, i) => sum + c / (x + i), 0.99999999999980993);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}
