/** One character for one, so that a table stays aligned. */
const substitutes: Readonly<Record<string, string>> = {
  "×": "x",
  "÷": "/",
  "–": "-",
  "—": "-",
  "−": "-",
  "…": "~",
  µ: "u",
  μ: "u",
  "·": ".",
  "•": "o",
  "●": "O",
  "│": "|",
  "┃": "|",
  "─": "-",
  "━": "=",
  "╌": "-",
  "✓": "+",
  "✗": "x",
  "≥": ">",
  "≤": "<",
  "≈": "~",
  "±": "~",
  "→": ">",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "\u00a0": " ",
  "\u202f": " "
};

/** The text for a terminal that shows only ASCII. */
export function toAscii(text: string): string {
  return text.replace(/[\u0080-\u{10ffff}]/gu, (character) => substitutes[character] ?? "?");
}

/**
 * Whether the terminal of this environment shows Unicode: yes, unless its locale names another encoding or
 * it is the bare Linux console.
 */
export function showsUnicode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (platform === "win32") return Boolean(env.WT_SESSION ?? env.TERM_PROGRAM ?? env.TERM ?? env.CI);
  if (env.TERM === "linux") return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale === undefined || locale === "" || /utf-?8/i.test(locale) || platform === "darwin";
}
