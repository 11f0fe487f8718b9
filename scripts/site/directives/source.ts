import {formatQuantity} from "#lib/units.js";
import {listed} from "../chart/provenance.js";
import {type DirectiveArguments, required} from "../directive.js";
import {escapeHtml} from "../html.js";
import {differingLines} from "../source/differing-lines.js";
import {languageTabs} from "../source/language-tabs.js";
import {markLines} from "../source/mark-lines.js";
import {readSource, regionsIn, type Source, twinsOf} from "../source/read-source.js";

/** Turns code of a language into highlighted HTML. */
export type Highlight = (text: string, language: string) => string;

/** How many groups of tabs a page has had. */
const groups = new WeakMap<object, number>();

/**
 * `source labs/strings/ways.ts#plus against=join`: code from the real file, in tabs beside the same region of the
 * lab's Python and Java where they have it. The lines that are not in the other region are marked.
 */
export function source({positional, named}: DirectiveArguments, page: object, highlight: Highlight): string {
  const first = readSource(required(positional[0], "the file"));
  const sources = [first, ...twinsOf(first)];
  const figures = sources.map((one) => figure(one, named.get("against"), highlight));
  if (sources.length === 1) return `${figures[0]}\n`;
  const group = (groups.get(page) ?? 0) + 1;
  groups.set(page, group);
  const panels = sources.map(({language}, index) => ({language, html: figures[index]!}));
  return languageTabs(panels, `code-${group}`);
}

function figure(code: Source, against: string | undefined, highlight: Highlight): string {
  const html = highlight(`${code.lines.join("\n")}\n`, code.language);
  const path = `<code>${escapeHtml(code.path)}</code>`;
  const other = against === undefined ? undefined : otherOf(code, against);
  if (other === undefined) return `<figure class="source">${html}<figcaption>${path}</figcaption></figure>`;
  const differing = differingLines(code, other);
  const caption = `${path}. ${difference([...differing], code.lines.length, other.region!)}`;
  return `<figure class="source">${markLines(html, differing)}<figcaption>${caption}</figcaption></figure>`;
}

/** The region to compare with; a twin may lack it, the file that the page names may not. */
function otherOf({path, language}: Source, region: string): Source | undefined {
  const isTwin = language === "python" || language === "java";
  return isTwin && !regionsIn(path).includes(region) ? undefined : readSource(`${path}#${region}`);
}

/** In words, for those who do not see the marks. */
function difference(lines: readonly number[], of: number, region: string): string {
  const other = `<code>${escapeHtml(region)}</code>`;
  if (lines.length === 0) return `Every line is in ${other} too.`;
  if (lines.length === of) return `No line is in ${other}.`;
  const numbers = listed(lines.map((line) => String(line + 1)));
  const which = lines.length === 1 ? `line ${numbers}` : `lines ${numbers}`;
  return `Marked: what differs from ${other}, ${which} of ${formatQuantity(of, "line").split(" ")[0]}.`;
}
