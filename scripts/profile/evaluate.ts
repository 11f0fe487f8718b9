import * as v from "valibot";
import {ANSWER_MS, ProtocolError, type Session} from "./session.js";

const answer = v.looseObject({
  result: v.looseObject({value: v.optional(v.unknown())}),
  exceptionDetails: v.optional(
    v.looseObject({text: v.string(), exception: v.optional(v.looseObject({description: v.optional(v.string())}))})
  )
});

/**
 * Runs an expression in the target and takes its value as JSON. It runs even between two steps of a synchronous loop;
 * but a promise is awaited there in vain, as long as the loop does not end.
 *
 * @param awaits whether the value is a promise to be awaited
 * @throws ProtocolError if the expression throws; else as `Session.ask`
 */
export async function evaluate(
  session: Session,
  expression: string,
  {awaits = false, timeoutMs = ANSWER_MS} = {}
): Promise<unknown> {
  const params = {expression, returnByValue: true, awaitPromise: awaits, silent: true, includeCommandLineAPI: true};
  const {result, exceptionDetails} = await session.ask("Runtime.evaluate", params, answer, timeoutMs);
  if (exceptionDetails === undefined) return result.value;
  throw new ProtocolError(`the target threw: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
}
