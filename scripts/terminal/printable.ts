/**
 * C0 but tab and line feed, DEL, C1, and the marks that reorder a line of text. A terminal acts on all of
 * them, so text that came from outside must not carry them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Makes text from a file, a child process or an error safe to show: control characters become visible escapes. */
export function printable(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(unprintable, escaped);
}

/** As `printable`, for a text that must stay on one line, cut to `most` characters; its lines are told apart. */
export function printableLine(text: string, most = 400): string {
  const line = printable(text.slice(0, most + 1))
    .replace(/(?<=\S)\s*\n\s*(?=\S)/g, "; ")
    .replace(/[\t\n]+/g, " ");
  return text.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** As `printable`, for JSON: the value that a parser reads stays the same. */
export function printableJson(json: string): string {
  return json.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
