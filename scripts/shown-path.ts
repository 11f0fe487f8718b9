import {relative, resolve} from "node:path";
import process from "node:process";

/** A path as people are shown it: from where they are, or from the root if that is shorter. */
export function shownPath(path: string): string {
  const whole = resolve(path);
  const fromHere = relative(process.cwd(), whole) || ".";
  return fromHere.length <= whole.length ? fromHere : whole;
}
