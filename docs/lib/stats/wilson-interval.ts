/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % score interval of a share (Wilson 1927), without a correction for continuity.
 *
 * @throws RangeError unless 0 ≤ n ≤ of and of ≥ 1
 */
export function wilsonInterval(n: number, of: number): [low: number, high: number] {
  if (!(of >= 1 && n >= 0 && n <= of)) throw new RangeError(`expected 0 ≤ n ≤ of and of ≥ 1, got ${n} of ${of}`);
  const share = n / of;
  const scale = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return [n === 0 ? 0 : middle - half, n === of ? 1 : middle + half];
}
