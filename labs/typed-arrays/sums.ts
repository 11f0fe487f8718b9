import type {Native} from "./memory.js";

// #region loop
export function loop(numbers: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += numbers[i]!;
  return total;
}
// #endregion

// #region for-of
export function forOf(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
// #endregion

// #region for-each
export function forEach(numbers: readonly number[]): number {
  let total = 0;
  numbers.forEach((number) => {
    total += number;
  });
  return total;
}
// #endregion

// #region reduce
export function reduce(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
// #endregion

// #region map-reduce
export function mapReduce(numbers: readonly number[]): number {
  return numbers.map((number) => number * 2).reduce((total, number) => total + number, 0) / 2;
}
// #endregion

// #region array-four
export function arrayFour(numbers: readonly number[]): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < numbers.length; i += 4) {
    a += numbers[i]!;
    b += numbers[i + 1]!;
    c += numbers[i + 2]!;
    d += numbers[i + 3]!;
  }
  return a + b + (c + d);
}
// #endregion

// #region float64-loop
export function float64Loop(numbers: Float64Array): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += numbers[i]!;
  return total;
}
// #endregion

// #region float64-four
export function float64Four(numbers: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < numbers.length; i += 4) {
    a += numbers[i]!;
    b += numbers[i + 1]!;
    c += numbers[i + 2]!;
    d += numbers[i + 3]!;
  }
  return a + b + (c + d);
}
// #endregion

// #region int32-loop
export function int32Loop(numbers: Int32Array): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += numbers[i]!;
  return total;
}
// #endregion

/** What is copied, and the memory on the other side. */
export interface Crossing<Values> {
  readonly native: Native;
  readonly values: Values;
}

// #region copy-in
export function copyIn({native, values}: Crossing<Float64Array | readonly number[]>): number {
  native.memory.set(values);
  return native.sumSimd4(values.length);
}
// #endregion

// #region copy-out
export function copyOut({native, values}: Crossing<Float64Array>): number {
  values.set(native.memory);
  return float64Four(values);
}
// #endregion
