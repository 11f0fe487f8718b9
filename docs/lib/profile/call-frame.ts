import * as v from "valibot";
import type {Frame} from "./profile.js";

/** A function as V8 names it in profiles. */
export const CallFrame = v.object({
  /** Empty for an anonymous function; in parentheses for what is no function: (idle), (garbage collector). */
  functionName: v.string(),
  scriptId: v.union([v.string(), v.number()]),
  /** file:///…, node:…, a path of a CommonJS module, or empty for what is built in. */
  url: v.string(),
  /** Where the function begins, from 0; -1 where that is not known. */
  lineNumber: v.pipe(v.number(), v.safeInteger()),
  columnNumber: v.pipe(v.number(), v.safeInteger())
});
export type CallFrame = v.InferOutput<typeof CallFrame>;

/** A frame as V8 would name it, of no script in particular; the root where there is none. */
export function callFrameOf(frame: Frame | undefined): CallFrame {
  const {name, file, line, column} = frame ?? {name: "(root)", file: "", line: 0, column: 0};
  return {functionName: name, scriptId: "0", url: file, lineNumber: line - 1, columnNumber: column - 1};
}
