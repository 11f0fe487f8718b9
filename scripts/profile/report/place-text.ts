import {framePlace} from "#lib/profile/frame-text.js";
import type {Frame} from "#lib/profile/profile.js";
import {printableLine} from "../../terminal/printable.js";

/** What the other columns of a table of functions take. */
const OTHERS = 72;
const LEAST = 20;

/** Where a frame stands, safe to print; where it is long the end is kept, which has the file and the line. */
export function placeText(frame: Frame, base: string, columns: number): string {
  const place = printableLine(framePlace(frame, base));
  const most = Math.max(LEAST, columns - OTHERS);
  return place.length > most ? `…${place.slice(1 - most)}` : place;
}
