/**
 * An ascending copy, for statistics that are defined on order.
 *
 * @throws RangeError if there is no value, or one is not finite
 */
export function sorted(values: readonly number[]): Float64Array {
  if (values.length === 0) throw new RangeError("values: expected at least one, got none");
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) throw new RangeError(`values[${index}]: expected a finite number, got ${values[index]}`);
  return Float64Array.from(values).sort();
}
