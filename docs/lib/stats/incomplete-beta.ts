import {logGamma} from "./log-gamma.js";

const TINY = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b): the share of a beta distribution that lies below x.
 * By its continued fraction (DLMF 8.17.22), evaluated by the modified method of Lentz.
 *
 * @param x from 0 to 1
 * @throws RangeError if x is not a share, or a or b is not above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x: expected a share from 0 to 1, got ${x}`);
  if (!(a > 0 && b > 0)) throw new RangeError(`a, b: expected numbers above 0, got ${a} and ${b}`);
  if (x === 0 || x === 1) return x;
  // The fraction converges fast only below the mean of the distribution.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return Math.exp(front) / (a * continuedFraction(x, a, b));
}

function continuedFraction(x: number, a: number, b: number): number {
  let value = 1;
  let c = 1;
  let d = 0;
  for (let j = 1; ; j++) {
    const term = coefficient(j, x, a, b);
    d = 1 / nonZero(1 + term * d);
    c = nonZero(1 + term / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15 || j === 10_000) return value;
  }
}

function coefficient(j: number, x: number, a: number, b: number): number {
  const m = j >> 1;
  if (j % 2 === 0) return (m * (b - m) * x) / ((a + j - 1) * (a + j));
  return (-(a + m) * (a + b + m) * x) / ((a + j - 1) * (a + j));
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
