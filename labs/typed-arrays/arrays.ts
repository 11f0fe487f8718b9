/** An array that has only ever held doubles. */
export function doublesOf(values: Float64Array): number[] {
  const array: number[] = [];
  for (const value of values) array.push(value);
  return array;
}

/** An array of the given length before its values: each place was once a hole, and V8 does not forget it. */
export function holeyOf(values: Float64Array): number[] {
  const array = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) array[i] = values[i]!;
  return array;
}

/** An array that held a text for a moment: from then on each double is an object of its own in V8. */
export function onceMixedOf(values: Float64Array): number[] {
  const array: (number | string)[] = ["a text, for a moment"];
  for (const value of values) array.push(value);
  array.shift();
  return array as number[];
}

/** Small whole numbers, as an array of them. */
export function integersOf(values: Float64Array): number[] {
  const array: number[] = [];
  for (const value of values) array.push(Math.floor(value * 1000) | 0);
  return array;
}
