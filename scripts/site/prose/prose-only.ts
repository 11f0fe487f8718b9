const FENCE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*$|(?![\s\S]))/gm;
/** A number alone in a code span is a number for who reads it. */
const CODE = /(`+)(?!`)(?![\d.,_]+`)(?:(?!\n[ \t]*\n)[\s\S])*?[^`]\1(?!`)/g;
const DIRECTIVE = /\{\{.*?\}\}|\$\{.*?\}/g;
const UNSEEN = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g;
const TAG = /<\/?[a-zA-Z][^>]*>/g;
const READ_OUT = /(?<=\s(?:alt|title|aria-label|aria-description|placeholder)=)(?:"[^"]*"|'[^']*')/g;
const LINK = /(\]\([^)\s]*)((?:\s+"[^"]*")?)\)/g;
const ADDRESS = /<https?:[^>]*>|^\[[^\]]+\]:.*$|\bhttps?:\/\/\S+/gm;
const ENTITY = /&(?:#(\d+)|#x([\da-f]+)|(nbsp|thinsp|ensp|emsp|times|percnt|half));/gi;
const NAMED: Readonly<Record<string, string>> = {times: "×", percnt: "%", half: "½"};

const EXCUSE = /<!-- figures: \S.*? -->/g;
const SENTENCE_END = /[.!?:][”"’)*_]*\s+(?=\S)/g;

/**
 * A page of which only what a reader reads as prose is left, with every character at its place: code, directives,
 * addresses, comments and tags are blank. Texts in attributes that are read out or pop up are prose.
 */
export function proseOnly(page: string): string {
  return excused(page.replace(FENCE, blank))
    .replace(CODE, blank)
    .replace(DIRECTIVE, blank)
    .replace(UNSEEN, blank)
    .replace(TAG, blankTag)
    .replace(LINK, (_, address: string, title: string) => `${blank(address)}${title} `)
    .replace(ADDRESS, blank)
    .replace(ENTITY, character);
}

/** As long as before, and with the same lines. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** Blanks the sentence, or the part of one after a colon, that a comment excuses: from its beginning to the comment. */
function excused(text: string): string {
  return text.replace(/^.*<!-- figures: .*$/gm, (line) => {
    let left = line;
    for (const {0: comment, index} of line.matchAll(EXCUSE)) {
      const before = left.slice(0, index).trimEnd();
      const start = [...before.matchAll(SENTENCE_END)].reduce((_, end) => end.index + end[0].length, 0);
      left =
        left.slice(0, start) + blank(left.slice(start, index + comment.length)) + left.slice(index + comment.length);
    }
    return left;
  });
}

function blankTag(tag: string): string {
  let kept = blank(tag);
  for (const {0: text, index} of tag.matchAll(READ_OUT)) {
    kept = kept.slice(0, index) + text + kept.slice(index + text.length);
  }
  return kept;
}

function character(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  const code = Number.parseInt(decimal ?? hexadecimal ?? "32", hexadecimal ? 16 : 10);
  const written = name ? (NAMED[name.toLowerCase()] ?? " ") : String.fromCodePoint(Math.min(code, 0xffff));
  return written.padEnd(entity.length);
}
