import type MarkdownIt from "markdown-it";
import container from "markdown-it-container";
import {ReaderError} from "../errors.js";
import {atPlace, type PageContext} from "./page-place.js";

type Token = ReturnType<MarkdownIt["parse"]>[number];
/** The types of markdown-it for `import` and for `require` do not know each other. */
type Required = Parameters<typeof container>[0];

const OPEN = "container_box_open";
const CLOSE = "container_box_close";
const CLOSING_LINE = /^[\s>]*:{3,}\s*$/;

const LABELS: ReadonlyMap<string, string> = new Map([
  ["jvm", "If you know the JVM"],
  ["python", "If you know Python"],
  ["instructor", "Instructor’s note"]
]);

/** A box, as its two tokens hold it. */
interface Box {
  readonly kind: string;
  readonly title: string;
  /** Of a box that the reader's switch orders, its place among those that follow each other directly; else null. */
  readonly place: number | null;
}

/**
 * Boxes for some readers: `::: jvm Title`, `::: python Title` and `::: instructor Title`, each closed by `:::`.
 * All are open in the page as it is built; what the reader chose folds, orders and hides them in the browser.
 */
export function containers(md: MarkdownIt): void {
  container(md as unknown as Required, "box", {
    validate: () => true,
    render: (tokens, index, _options, context: PageContext) => {
      const box = tokens[index]!.meta as Box;
      if (tokens[index]!.type === CLOSE) return closing(box, tokens[index + 1]);
      return opening(box, box.title === "" ? "" : `: ${md.renderInline(box.title, context)}`);
    }
  });
  md.core.ruler.after("block", "boxes", ({tokens, src, env}) => nameBoxes(tokens, src.split("\n"), env));
}

function opening({kind, place}: Box, title: string): string {
  const group = place === 0 ? '<div class="asides">\n' : "";
  const order = place === null ? "" : ` data-from="${kind}" data-place="${place}"`;
  return `${group}<details class="aside aside-${kind}"${order} open>
<summary>${LABELS.get(kind)}${title}</summary>\n`;
}

function closing({place}: Box, next: Token | undefined): string {
  const more = next?.type === OPEN && ((next.meta as Box).place ?? 0) > 0;
  return place === null || more ? "</details>\n" : "</details>\n</div>\n";
}

/** Gives the two tokens of every box what they stand for. @throws ReaderError that names page and line */
function nameBoxes(tokens: readonly Token[], lines: readonly string[], context: PageContext): void {
  const open: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === OPEN) {
      const [first, end] = token.map!;
      const closed = end < (open.at(-1)?.map?.[1] ?? lines.length) && CLOSING_LINE.test(lines[end]!);
      const what = `${token.markup}${token.info}`.trim();
      token.meta = atPlace(context, first, what, () => boxOf(token.info, closed, tokens[index - 1]));
      open.push(token);
    } else if (token.type === CLOSE) token.meta = open.pop()!.meta;
  }
}

function boxOf(info: string, closed: boolean, before: Token | undefined): Box {
  const [, kind = "", title = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(info)!;
  const names = [...LABELS.keys()].join(", ");
  if (kind === "") throw new ReaderError("it closes nothing", `a box begins with a name: ${names}`);
  if (!LABELS.has(kind)) throw new ReaderError(`no box is called ${kind}`, `there are: ${names}`);
  if (!closed) throw new ReaderError("the box is not closed", "add a line :::");
  const last = before?.type === CLOSE ? (before.meta as Box).place : null;
  return {kind, title, place: kind === "instructor" ? null : (last ?? -1) + 1};
}
