/**
 * The arithmetic mean. Summed as differences from the first value, so that the mean of equal values is
 * exactly that value.
 *
 * @throws RangeError if there is no value
 */
export function mean(values: ArrayLike<number>): number {
  const {length} = values;
  if (length === 0) throw new RangeError("values: expected at least one, got none");
  const origin = values[0]!;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i]! - origin;
  return origin + sum / length;
}
