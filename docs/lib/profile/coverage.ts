import * as v from "valibot";
import {checkValue} from "../check-value.js";
import {count} from "../schema-parts.js";

/** A stretch of code with how often it ran. Offsets count UTF-16 units of the script's text, `endOffset` is behind it. */
const CountedRange = v.object({startOffset: count, endOffset: count, count});

/**
 * What V8 counted in a function: the first range is the function itself, the others are blocks in it, nested, that ran
 * more or less often than what is around them.
 */
export const CountedFunction = v.object({
  /** Empty for an anonymous function and for the script itself. */
  functionName: v.string(),
  ranges: v.pipe(v.array(CountedRange), v.minLength(1))
});
export type CountedFunction = v.InferOutput<typeof CountedFunction>;

/** A script of one thread. */
export const ScriptCoverage = v.object({url: v.string(), functions: v.array(CountedFunction)});
export type ScriptCoverage = v.InferOutput<typeof ScriptCoverage>;

/**
 * Checks the answer of `Profiler.takePreciseCoverage` (Chrome DevTools Protocol) before it is believed.
 *
 * @param place named first in the message
 * @throws ResultError that names the first place that is wrong
 */
export function checkCoverage(value: unknown, place: string): readonly ScriptCoverage[] {
  return checkValue(v.array(ScriptCoverage), value, place);
}
