import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {ReaderError} from "../errors.js";

/** What Framework hands to a rule: which page is being rendered. */
export interface PageContext {
  readonly path?: string;
}

/**
 * Runs a rule; a ReaderError that it throws is made to name the page and the line.
 *
 * @param line of the page without its front matter, from 0; without one, the first that holds the text
 * @param what the text in the page that the rule stands for
 */
export function atPlace<Value>(context: PageContext, line: number | undefined, what: string, rule: () => Value): Value {
  try {
    return rule();
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    throw new ReaderError(`${placeOf(context, line, what)}: ${what}: ${error.message}`, error.hint, {cause: error});
  }
}

function placeOf({path = "page"}: PageContext, line: number | undefined, what: string): string {
  const file = join("docs", `${path.replace(/\.md$/, "")}.md`);
  if (statSync(file, {throwIfNoEntry: false}) === undefined) return line === undefined ? path : `${path}:${line + 1}`;
  const text = readFileSync(file, "utf8");
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].split("\n").length ?? 1;
  const number = line === undefined ? text.slice(0, text.indexOf(what)).split("\n").length : line + frontMatter;
  return `${file}:${number}`;
}
