import type {RootAt} from "#lib/profile/flame-svg.js";
import {xmlText} from "#lib/profile/xml-text.js";

/** What the figure of a flame graph is made of. */
export interface FlameFigure {
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  /** SVG. */
  readonly drawing: string;
  readonly rootAt: RootAt;
  /** Attributes that tell where the profile comes from when the graph is to work. */
  readonly data?: Readonly<Record<string, string>>;
  /** Whether the functions around the chosen one are in sight at once. */
  readonly open?: boolean;
  /** A differential graph has none. */
  readonly neighbours?: boolean;
  /** Where Speedscope opens the profile; left out, there is no link. */
  readonly speedscope?: string;
  /** HTML at the end of the figure. */
  readonly after?: string;
}

/** A flame graph as a picture, with the tools that work once a script has taken it over, and are hidden till then. */
export function flameFigure(parts: FlameFigure): string {
  const {label, drawing, rootAt, data = {}, open = false, neighbours = true, after = ""} = parts;
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${xmlText(value, 2000)}"`);
  return [
    `<figure class="flame-figure" data-root="${rootAt}"${attributes.join("")}>`,
    tools(parts),
    `<div class="flame-picture" role="img" tabindex="0" aria-label="${xmlText(label)}">${drawing}</div>`,
    '<p class="flame-status" aria-live="polite"></p>',
    ...(neighbours ? [neighboursFold(open)] : []),
    `${after}</figure>`
  ].join("\n");
}

function tools({speedscope}: FlameFigure): string {
  const button = (name: string, text: string, title: string) =>
    `<button type="button" name="${name}" title="${title}">${text}</button>`;
  return [
    '<div class="flame-tools">',
    '<label>Search <input type="search" placeholder="function or file"></label><output></output>',
    button("whole", "Whole", "show the whole again (Escape)"),
    button("turn", "Turn over", "draw the root on the other side (r)"),
    button("copy", "Copy stack", "copy the stack of the chosen box (c)"),
    speedscope === undefined ? "" : `<a href="${xmlText(speedscope, 2000)}">Open in Speedscope</a>`,
    "</div>"
  ].join("");
}

function neighboursFold(open: boolean): string {
  return `<details class="flame-neighbours"${open ? " open" : ""}><summary>Callers and callees</summary>
<div class="flame-sandwich"><p>Choose a box in the picture.</p></div></details>`;
}
