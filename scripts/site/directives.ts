import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {ReaderError} from "../errors.js";
import {type Directive, parseArguments} from "./directive.js";
import {chart} from "./directives/chart.js";
import {claims} from "./directives/claims.js";
import {engine} from "./directives/engine.js";
import {machine} from "./directives/machine.js";
import {number} from "./directives/number.js";
import {run} from "./directives/run.js";
import {sentence} from "./directives/sentence.js";
import {readSource} from "./directives/source.js";
import {surprises} from "./directives/surprises.js";
import {verdicts} from "./directives/verdicts.js";

/** The fences that stand for something measured, by the first word after the backticks. */
const blocks: Record<string, {accepts: readonly string[]; render: Directive}> = {
  chart: {accepts: ["at", "variants", "baseline", "by"], render: chart},
  claims: {accepts: [], render: claims},
  engine: {accepts: [], render: engine},
  machine: {accepts: ["place"], render: machine},
  run: {accepts: ["variants", "at"], render: run},
  surprises: {accepts: ["count"], render: surprises},
  verdicts: {accepts: ["at", "variants"], render: verdicts}
};

/** What Framework hands to a rule: which page is being rendered. */
interface PageContext {
  readonly path?: string;
}

/** The plugin for Framework's `markdownIt` option: fences and `{{…}}` that pull measurements and source into pages. */
export function directives(md: MarkdownIt): MarkdownIt {
  const fence = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, context: PageContext, self) => {
    const token = tokens[index]!;
    const [kind = "", ...rest] = token.info.trim().split(/\s+/);
    return atPlace(context, token.map?.[0], kind, () => {
      if (kind === "source") {
        const {text, language, caption} = readSource(rest[0]);
        token.info = `${language} run=false`;
        token.content = text;
        const code = fence(tokens, index, options, context, self);
        token.info = `source ${rest.join(" ")}`;
        return `<figure class="source">${code}<figcaption>${caption}</figcaption></figure>\n`;
      }
      const block = blocks[kind];
      if (block === undefined) return fence(tokens, index, options, context, self);
      return `${block.render(parseArguments(rest.join(" "), block.accepts), context)}\n`;
    });
  };
  inlineNumbers(md);
  return md;
}

function inlineNumbers(md: MarkdownIt): void {
  md.inline.ruler.push("measured", (state, silent) => {
    if (!state.src.startsWith("{{", state.pos)) return false;
    const end = state.src.indexOf("}}", state.pos);
    if (end < 0) return false;
    if (!silent) state.push("measured", "", 0).content = state.src.slice(state.pos + 2, end).trim();
    state.pos = end + 2;
    return true;
  });
  const at = (context: PageContext, content: string) =>
    atPlace(context, undefined, `{{${content}}}`, () => inline(content));
  md.renderer.rules.measured = (tokens, index, _options, context: PageContext) => at(context, tokens[index]!.content);
  md.renderer.rules.html_block = (tokens, index, _options, context: PageContext) =>
    tokens[index]!.content.replace(/\{\{(.*?)\}\}/g, (_, content: string) => at(context, content.trim()));
}

function inline(content: string): string {
  const given = parseArguments(content, []);
  return given.positional[0] === "sentence" ? sentence(given) : number(given);
}

/** Runs a rule; what it throws is made to name the page and the line. */
function atPlace(context: PageContext, line: number | undefined, what: string, render: () => string): string {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    throw new ReaderError(`${placeOf(context, line, what)}: ${what}: ${error.message}`, error.hint, {cause: error});
  }
}

function placeOf({path = "page"}: PageContext, line: number | undefined, what: string): string {
  const file = join("docs", `${path.replace(/\.md$/, "")}.md`);
  if (statSync(file, {throwIfNoEntry: false}) === undefined) return path;
  const text = readFileSync(file, "utf8");
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].split("\n").length ?? 1;
  const number = line === undefined ? text.slice(0, text.indexOf(what)).split("\n").length : line + frontMatter;
  return `${file}:${number}`;
}
