import type {CountedScript, FunctionSpan} from "#lib/profile/counted-script.js";
import type {Frame} from "#lib/profile/profile.js";

/** What a script itself is called in tables: what stands in no function. */
export const MODULE = "(module)";

/**
 * A function as a frame of a profile. V8 names the place of its parameters there, and that of the word `function` or of
 * its name where it counts.
 */
export function spanFrame({name, url, start, isModule}: FunctionSpan, {lines}: CountedScript): Frame {
  if (isModule) return {name: MODULE, file: url, line: 1, column: 1};
  const head = /^[^()={]*(?=\()/.exec(lines.text.slice(start, start + 400))?.[0] ?? "";
  const at = start + head.length;
  return {name, file: url, line: lines.lineAt(at), column: lines.columnAt(at)};
}
