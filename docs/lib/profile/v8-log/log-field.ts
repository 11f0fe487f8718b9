import type {CodePlace} from "./v8-log.js";

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/g;
const NEWLINE: Readonly<Record<string, string>> = {n: "\n"};
const BYTES = /(?:\\x[0-9a-fA-F]{2})+/g;
const PLACE = /^([\s\S]*):(\d+):(\d+)$/;

/** The text of a field in which V8 wrote the characters of a string: names of scripts, functions and properties. */
export function unescapeText(field: string): string {
  return field.replace(ESCAPE, (_all, byte?: string, unit?: string, other = "") =>
    byte === undefined && unit === undefined
      ? (NEWLINE[other] ?? other)
      : String.fromCharCode(Number.parseInt((byte ?? unit)!, 16))
  );
}

/** The text of a field in which V8 wrote the bytes of a text in UTF-8: the places of deoptimisations. */
export function unescapeBytes(field: string): string {
  return unescapeText(
    field.replace(BYTES, (run) => {
      try {
        return decodeURIComponent(run.replaceAll("\\x", "%"));
      } catch {
        return run;
      }
    })
  );
}

/** `app.js:1:29`; a text that ends in no line and column is the file. */
export function placeOf(text: string): CodePlace {
  const [, file, line, column] = PLACE.exec(text) ?? [];
  if (file === undefined) return {file: text, line: 0, column: 0};
  return {file, line: Number(line), column: Number(column)};
}

/** `<a.js:1:29> inlined at <a.js:2:60>`: innermost first. */
export function chainOf(field: string): [CodePlace, ...CodePlace[]] {
  const text = unescapeBytes(field).replace(/^</, "").replace(/>$/, "");
  const [first = "", ...rest] = text.split("> inlined at <");
  return [placeOf(first), ...rest.map(placeOf)];
}
