import type {DirectiveArguments} from "../directive.js";
import {flameFigure} from "../flame-figure.js";
import type {PageContext} from "../page-place.js";
import {siteRootFrom} from "../site-root.js";

/** `your-profiles`: where the profiles of the reader are drawn, with the figure that they are drawn into. */
export function yourProfiles(_given: DirectiveArguments, page: PageContext): string {
  const figure = flameFigure({
    label: "Flame graph",
    drawing: "",
    rootAt: "top",
    open: true,
    speedscope: `${siteRootFrom(page)}speedscope/index.html`
  });
  return `<div class="your-profiles"><template>${figure}</template></div>`;
}
