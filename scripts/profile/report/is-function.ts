import {frameName, framePlace} from "#lib/profile/frame-text.js";
import type {Frame} from "#lib/profile/profile.js";

/**
 * Whether a function is the one that was asked for: `parse` is every function of that name; `parse@parser.js:12` those
 * whose place contains what follows the @.
 *
 * @param base the folder that places are told from, with a slash at its end
 */
export function isFunction(frame: Frame, wanted: string, base: string): boolean {
  if (frameName(frame) === wanted) return true;
  const at = wanted.lastIndexOf("@");
  if (at < 0 || frameName(frame) !== wanted.slice(0, at)) return false;
  return framePlace(frame, base).includes(wanted.slice(at + 1));
}
