import * as v from "valibot";
import {ResultError} from "../check-value.js";

/** An array whose values `checkNumbers` looks at: a profile has millions, and a schema would copy them. */
export const numbers = v.custom<readonly number[]>(Array.isArray, "expected an array");

/** @throws ResultError that names the first value that is no finite number */
export function checkNumbers(values: readonly unknown[], place: string): void {
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) continue;
    const came = JSON.stringify(values[index])?.slice(0, 80);
    throw new ResultError(`${place}[${index}]: expected a number, got ${came ?? "nothing"}`);
  }
}
