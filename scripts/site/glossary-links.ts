import type MarkdownIt from "markdown-it";
import {glossary} from "./concepts-files.js";
import {type Glossary, termFor} from "./glossary.js";

type Token = ReturnType<MarkdownIt["parse"]>[number];
type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

const PAGE = "/reference/glossary";

/**
 * A markdown-it plugin: on each page, the first bold use of each term is a link into the glossary. Headings, and
 * the glossary itself, are left alone.
 */
export function glossaryLinks(md: MarkdownIt): void {
  md.core.ruler.push("glossary", ({tokens, env, Token}) => {
    if (env?.path?.startsWith(PAGE)) return;
    const terms = glossary();
    const linked = new Set<string>();
    for (const [index, {type, children}] of tokens.entries()) {
      if (type !== "inline" || children === null || tokens[index - 1]?.type === "heading_open") continue;
      linkTerms(children, terms, linked, Token);
    }
  });
}

/** Wraps, in place, each text that is bold, a term, and not linked yet. */
function linkTerms(tokens: Token[], terms: Glossary, linked: Set<string>, Token: TokenClass): void {
  let links = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type.startsWith("link_")) links += token.nesting;
    const bold = tokens[index - 1]?.type === "strong_open" && tokens[index + 1]?.type === "strong_close";
    const term = token.type === "text" && bold && links === 0 ? termFor(terms, token.content) : undefined;
    if (term === undefined || linked.has(term.id)) continue;
    linked.add(term.id);
    const open = new Token("link_open", "a", 1);
    open.attrSet("class", "term");
    open.attrSet("href", `${PAGE}#${term.id}`);
    tokens.splice(index, 1, open, token, new Token("link_close", "a", -1));
    index += 2;
  }
}
