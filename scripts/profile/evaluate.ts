import * as v from "valibot";
import {ANSWER_MS, ProtocolError, type Session} from "./session.js";

const answer = v.looseObject({
  result: v.looseObject({value: v.optional(v.unknown())}),
  exceptionDetails: v.optional(
    v.looseObject({text: v.string(), exception: v.optional(v.looseObject({description: v.optional(v.string())}))})
  )
});

/**
 * Runs an expression in the target, awaits it if it is a promise, and takes its value as JSON. It runs even between
 * two steps of a synchronous loop.
 *
 * @throws ProtocolError if the expression throws; else as `Session.ask`
 */
export async function evaluate(session: Session, expression: string, timeoutMs = ANSWER_MS): Promise<unknown> {
  const params = {expression, returnByValue: true, awaitPromise: true, silent: true, includeCommandLineAPI: true};
  const {result, exceptionDetails} = await session.ask("Runtime.evaluate", params, answer, timeoutMs);
  if (exceptionDetails === undefined) return result.value;
  throw new ProtocolError(`the target threw: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
}
