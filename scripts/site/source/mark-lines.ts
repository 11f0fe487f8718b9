/**
 * Puts lines of highlighted code into `mark` elements. A highlighter's span may run over several lines; it is closed
 * at the end of each and opened again in the next.
 *
 * @param html what a fence renders to: lines within one `code` element
 * @param marked indexes of lines, from 0
 */
export function markLines(html: string, marked: ReadonlySet<number>): string {
  return html.replace(/(<code[^>]*>)([\s\S]*)(<\/code>)/, (_, open: string, code: string, close: string) => {
    const lines = balancedLines(code).map((line, index) => (marked.has(index) ? `<mark>${line}</mark>` : line));
    return open + lines.join("\n") + close;
  });
}

/** Lines of HTML, each with all its spans closed. */
export function balancedLines(html: string): string[] {
  const open: string[] = [];
  return html.split("\n").map((line) => {
    const reopened = open.join("");
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === "</span>") open.pop();
      else open.push(tag);
    }
    return reopened + line + "</span>".repeat(open.length);
  });
}
