import {stripVTControlCharacters} from "node:util";

const graphemes = new Intl.Segmenter("en", {granularity: "grapheme"});
const invisible = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u;
/** Shown two columns wide: emoji, and the East Asian wide and full-width blocks (Unicode TR 11). */
const wide =
  /^(?:\p{Emoji_Presentation}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence starts with one
const styling = /(\u001b\[[0-9;]*m)/;

/** Columns that a line takes on a terminal; styling takes none. */
export function displayWidth(text: string): number {
  const plain = stripVTControlCharacters(text);
  if (/^[\u0020-\u007e]*$/.test(plain)) return plain.length;
  let width = 0;
  for (const {segment} of graphemes.segment(plain)) width += graphemeWidth(segment);
  return width;
}

/** Fills a line with spaces to `width` columns. */
export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const spaces = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + spaces : spaces + text;
}

/** Cuts a line to `width` columns, with … where something is missing; styling survives and is closed. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let left = width - 1;
  let result = "";
  for (const part of text.split(styling)) {
    if (styling.test(part)) {
      result += part;
      continue;
    }
    for (const {segment} of graphemes.segment(part)) {
      left -= graphemeWidth(segment);
      if (left < 0) break;
      result += segment;
    }
    if (left < 0) break;
  }
  return width < 1 ? "" : `${result}…${styling.test(text) ? "\u001b[0m" : ""}`;
}

/** Breaks text into lines of at most `width` columns at spaces, not before %; a longer word keeps a line of its own. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ (?!%)/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    const room = width - (lines.length === 0 ? 0 : displayWidth(indent));
    if (line !== "" && displayWidth(longer) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.map((each, index) => (index === 0 ? each : indent + each));
}

/** Breaks a line that may be indented; what goes on stands below its text. A line that fits stays as it is. */
export function fold(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line];
  const indent = /^ */.exec(line)![0];
  return wrap(line.slice(indent.length), width - indent.length).map((part) => indent + part);
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
