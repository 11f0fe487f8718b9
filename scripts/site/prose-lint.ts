/** A figure that somebody typed into prose. */
export interface TypedFigure {
  /** From 1. */
  readonly line: number;
  readonly figure: string;
}

const UNITS = [
  "ns|µs|μs|us|ms|s|nanoseconds?|microseconds?|milliseconds?|seconds?",
  "[kKMG]i?B|bytes?|kilobytes?|megabytes?|gigabytes?",
  "×|times|%|per cent|percent"
].join("|");
const GAP = "[*_ \\u00a0\\u2009\\u202f]*(?:\\n[ \\t]*)?";
const DECADE = "(?:1[89]|20)\\d0s\\b";
const NUMBER = `(?<![\\w.,])(?!${DECADE})\\d+(?:[.,]\\d+)*`;
const FIGURE = new RegExp(`${NUMBER}(?:x(?!\\w)|-fold\\b|${GAP}(?:${UNITS})(?!\\w))`, "g");

const FENCE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*$|(?![\s\S]))/gm;
const EXCUSED = /^.*<!-- figures: \S.*? -->.*$/gm;
const NOT_PROSE = [
  FENCE,
  EXCUSED,
  /(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?[^`]\1(?!`)/g,
  /\{\{.*?\}\}|\$\{.*?\}/g,
  /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<\/?[a-zA-Z][^>]*>/g,
  /\]\([^)\s]*(?:\s+"[^"]*")?\)|<https?:[^>]*>|^\[[^\]]+\]:.*$|\bhttps?:\/\/\S+/gm
];

/**
 * Finds digits with a unit of time, of size or of a ratio in the prose of a page: a page pulls what was measured
 * from results, so that it cannot say more than they do. Directives, code and addresses are no prose. Figures that
 * were not measured here (a setting, or what a source says) may stand on a line that says so in a comment:
 * `<!-- figures: quoted from the article -->`.
 */
export function typedFigures(page: string): TypedFigure[] {
  let prose = page;
  for (const pattern of NOT_PROSE) prose = prose.replace(pattern, blank);
  return [...prose.matchAll(FIGURE)].map(({0: figure, index}) => ({
    line: page.slice(0, index).split("\n").length,
    figure: figure.replace(/\s+/g, " ")
  }));
}

/** As long as before, and with the same lines. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
