/** Every runtime has it; ES2022 does not describe it. */
declare const TextDecoder: new () => {decode(bytes: Uint8Array): string};

/** Ends the text, and is nowhere else in it. */
export const MARK = ".";
const NEWLINE = 10;

/** Pieces of small letters, seven on average, and a full stop as the last. */
export interface Pieces {
  readonly parts: readonly string[];
  /** Room for all characters of the text. */
  readonly room: Uint8Array;
}

// #region plus
export function plus({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text += parts[i]!;
  return text;
}
// #endregion

// #region template
export function template({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text = `${text}${parts[i]!}`;
  return text;
}
// #endregion

// #region concat
export function concat({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text = text.concat(parts[i]!);
  return text;
}
// #endregion

// #region prepend
export function prepend({parts}: Pieces): string {
  let text = "";
  for (let i = parts.length - 1; i >= 0; i--) text = parts[i]! + text;
  return text;
}
// #endregion

// #region reduce
export function reduce({parts}: Pieces): string {
  return parts.reduce((text, part) => text + part, "");
}
// #endregion

// #region join
export function join({parts}: Pieces): string {
  return parts.join("");
}
// #endregion

// #region push-join
export function pushJoin({parts}: Pieces): string {
  const collected: string[] = [];
  for (let i = 0; i < parts.length; i++) collected.push(parts[i]!);
  return collected.join("");
}
// #endregion

// #region buffer
const decoder = new TextDecoder();

export function buffer({parts, room}: Pieces): string {
  let end = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    for (let at = 0; at < part.length; at++) room[end++] = part.charCodeAt(at);
  }
  return decoder.decode(room.subarray(0, end));
}
// #endregion

// #region read
/** Reads the whole text in the cheapest way there is: a native search for the mark at its end. */
export function read(text: string): number {
  return text.indexOf(MARK);
}
// #endregion

// #region length-inside
export function plusWithLength({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    if (text.length < 10_000_000) text += parts[i]!;
  }
  return text;
}
// #endregion

// #region character-inside
export function plusWithCharacter({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    if (text.charCodeAt(text.length - 1) !== NEWLINE) text += parts[i]!;
  }
  return text;
}
// #endregion
