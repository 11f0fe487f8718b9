import * as v from "valibot";
import {problemText} from "./problem-text.js";

/** A result that cannot be used; the message names the file, the place in it and what was expected. */
export class ResultError extends Error {
  override readonly name = "ResultError";
}

/**
 * Checks a value from outside against a schema.
 *
 * @param place named first in the message
 * @throws ResultError that names the first place that is wrong
 */
export function checkValue<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: string
): v.InferOutput<Schema> {
  const checked = v.safeParse(schema, value, {abortEarly: true});
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw new ResultError(`${place}: ${problemText(issue)}`);
}
