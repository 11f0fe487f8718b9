const ESCAPES: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};

/** What XML cannot hold, what a terminal acts on, and the marks that reorder a line of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text of a profile, made safe for HTML and SVG, between tags and in quoted attributes, on one line. What cannot be
 * shown becomes the replacement character.
 *
 * @param most characters; what is longer is cut, with … at its end
 */
export function xmlText(text: string, most = 300): string {
  const short = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  const plain = short.replace(HARMFUL, "\ufffd").replace(LONE_SURROGATE, "\ufffd");
  return plain.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
