import type MarkdownIt from "markdown-it";
import type {Body} from "./directive.js";

/** Reads the Markdown between the backticks of a fence. */
export function readBody(md: MarkdownIt, markdown: string, page: object): Body {
  const env = {...page};
  const tokens = md.parse(markdown, env);
  const text = tokens
    .flatMap(({children}) => children ?? [])
    .map(({type, content}) => (type === "softbreak" ? " " : content));
  return {html: md.renderer.render(tokens, md.options, env), text: text.join("").trim()};
}
