import {createHash} from "node:crypto";

const PLACE = /<figure data-deferred="(\w+)"><\/figure>/g;

let parts: Map<string, string> | undefined;

/**
 * From now on, parts of pages that are only to be looked at are kept back until `withDeferred`: Framework 1.13.4
 * makes and walks a whole document of a page several times over, and a chart has more elements than all its prose.
 */
export function startDeferring(): void {
  parts = new Map();
}

/** A place for a part that holds no link into the site; or the part itself, where nothing is kept back. */
export function deferred(html: string): string {
  if (parts === undefined) return html;
  const key = createHash("sha256").update(html).digest("hex").slice(0, 16);
  parts.set(key, html);
  return `<figure data-deferred="${key}"></figure>`;
}

/** A page with its parts in their places. */
export function withDeferred(page: string): string {
  return page.replace(PLACE, (place, key: string) => parts?.get(key) ?? place);
}
