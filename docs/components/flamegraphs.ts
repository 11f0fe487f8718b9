/** How long a pointer rests on a flame graph before it comes to life: those that pass by ask for nothing. */
const REST_MS = 120;

/** What a reader does with a flame graph that asks it to work. */
const WAITING = "figure.flame-figure[data-profile]";

/** Graphs that live or are about to: whether they could be made to. */
const lives = new WeakMap<HTMLElement, Promise<boolean>>();

/**
 * Lets the flame graphs of this page come to life when they are asked for: until a pointer rests on one, or it gets
 * the focus, neither code nor profile is loaded.
 */
export function startFlamegraphs(): void {
  document.addEventListener("pointerover", ({target, pointerType}) => {
    const picture = (target as Element).closest<HTMLElement>(`${WAITING} .flame-picture`);
    if (picture === null || pointerType === "touch") return;
    setTimeout(() => picture.matches(":hover") && void enliven(picture), REST_MS);
  });
  document.addEventListener("focusin", ({target}) => void enliven(target as Element));
  document.addEventListener("click", (event) => void clicked(event));
}

/** A click on a graph that is not live yet, or is about to be, does what it would have done to one that is. */
async function clicked({target, clientX, clientY}: MouseEvent): Promise<void> {
  const clickedOn = target as Element;
  const button = clickedOn.closest("button");
  const onPicture = clickedOn.closest(".flame-picture") !== null;
  if (clickedOn.closest(`${WAITING}:not(.is-live)`) === null || !(await enliven(clickedOn))) return;
  if (button !== null) button.click();
  else if (onPicture) {
    const box = document.elementFromPoint(clientX, clientY)?.closest(".flame-picture .box");
    box?.dispatchEvent(new MouseEvent("click", {bubbles: true}));
  }
}

/** Begins once, but for a link, which leads away. @returns whether the graph works now */
async function enliven(inside: Element): Promise<boolean> {
  const figure = inside.closest<HTMLElement>(WAITING);
  if (figure === null || inside.closest("a") !== null) return false;
  const begun = lives.get(figure) ?? import("./live-flamegraph.js").then((live) => live.makeFlamegraph(figure));
  lives.set(figure, begun);
  return begun;
}
