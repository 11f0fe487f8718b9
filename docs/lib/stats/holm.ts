/**
 * The share of false alarms that each test of a family is allowed, so that the family as a whole raises one at
 * most as often as `alpha`: the step-down procedure of Holm (1979). From the least p-value on, the k-th of m
 * tests is allowed alpha ÷ (m − k + 1) as long as tests reject; the first that does not reject passes its share
 * on to all the rest.
 *
 * A test rejects exactly if its p-value is at most its share, so an interval at the level 1 − share says the
 * same as the test.
 *
 * @returns one share a test, in the order of the p-values
 * @throws RangeError if a p-value is not a share, or alpha is not between 0 and 1
 */
export function holm(pValues: readonly number[], alpha = 0.05): number[] {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha: expected a share between 0 and 1, got ${alpha}`);
  const wrong = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) throw new RangeError(`pValues[${wrong}]: expected a share from 0 to 1, got ${pValues[wrong]}`);
  const ascending = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const shares = new Array<number>(pValues.length);
  let rejected = 0;
  for (const index of ascending) {
    shares[index] = alpha / (pValues.length - rejected);
    if (pValues[index]! <= shares[index]!) rejected++;
  }
  return shares;
}
