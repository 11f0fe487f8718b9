import {type Options, type Token, tokenizer} from "acorn";
import type {CountedScript} from "#lib/profile/counted-script.js";

/** What only ends or joins what stands before: a line that begins with it has its code behind it, or none. */
const JOINTS = new Set(["}", ")", "]", ";", ",", "else", "do", "try", "finally", "catch", "{"]);
const options: Options = {ecmaVersion: "latest", sourceType: "module", allowHashBang: true};

/** Where the code of each line begins. Comments, brackets that close and the middle of a template are no code. */
export function codeLines({lines}: CountedScript): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const {text} = lines;
  try {
    for (const {start} of tokenizer(text, options) as Iterable<Token>) note(start);
  } catch {
    // What acorn does not know yet is told from the first character of each line that is left.
    const from = Math.max(0, ...found.keys()) + 1;
    for (let line = from; line <= lines.count; line++) {
      const indent = /^\s*(?![\s/*#}\])]|$)/.exec(lines.textOf(line));
      if (indent !== null) note(lines.offsetAt(line, indent[0].length + 1));
    }
  }
  return found;

  function note(start: number): void {
    const line = lines.lineAt(start);
    if (!found.has(line) && !JOINTS.has(wordAt(text, start))) found.set(line, start);
  }
}

function wordAt(text: string, start: number): string {
  return /^(?:\w+|.)/s.exec(text.slice(start, start + 12))?.[0] ?? "";
}
