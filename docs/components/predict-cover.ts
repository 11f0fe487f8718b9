import {element} from "./element.js";

/**
 * Covers all that gives away the answer to a question that is not settled, unless the address names something in it.
 * What is covered keeps its place.
 */
export function coverTelling(settled: ReadonlySet<string>): void {
  const wanted = document.getElementById(location.hash.slice(1));
  for (const telling of document.querySelectorAll<HTMLElement>(".telling")) {
    const ids = telling.contains(wanted) ? [] : telling.dataset.answers!.split(" ");
    const open = ids.filter((id) => !settled.has(id) && document.getElementById(id) !== null);
    telling.toggleAttribute("data-told", open.length === 0);
    telling.querySelector(":scope > .telling-cover")?.remove();
    if (open.length > 0) telling.append(coverOf(telling, open));
  }
}

function coverOf(telling: HTMLElement, open: readonly string[]): HTMLElement {
  const inText = telling.localName === "span";
  if (inText) return linkTo(open[0]!, "?", `Covered: answer ${placeOf(open[0]!)} first`);
  const links = open.flatMap((id, index) => [index === 0 ? "" : ", ", linkTo(id, placeOf(id))]);
  const show = element("button", {type: "button", className: "telling-show"}, "show it now");
  return element(
    "span",
    {className: "telling-cover"},
    element("span", {}, "Covered: answer ", ...links, ", or ", show)
  );
}

function linkTo(id: string, text: string, label?: string): HTMLAnchorElement {
  const link = element("a", {href: `#${id}`}, text);
  if (label !== undefined) {
    link.className = "telling-cover";
    link.ariaLabel = label;
  }
  return link;
}

function placeOf(id: string): string {
  const forms = [...document.querySelectorAll(".predict")];
  return `prediction ${forms.findIndex((form) => form.id === id) + 1}`;
}
