import {printableJson} from "../terminal/printable.js";

/** A value as the text of a JSON file, safe to show on a terminal. */
export function jsonText(value: unknown): string {
  return `${printableJson(JSON.stringify(value, null, 1))}\n`;
}
