import {layerKey, THIS_PAGE} from "../lib/chart/layers.js";
import {holdsShown, showLayers, shownChart, switchesOf} from "./chart-figure.js";
import {chooseLayer, chosenLayers} from "./layer-choice.js";

/** Charts that are on the screen, or a screen away. */
const near = new Set<Element>();

/**
 * Makes the switches of layers work, also those of charts that come later: an environment that is switched in one
 * chart is switched in all, on all pages. A chart that is far away follows when it comes near.
 */
export function startLayers(): void {
  const observer = new IntersectionObserver(follow, {rootMargin: "100%"});
  const observe = () => {
    for (const figure of document.querySelectorAll("figure.chart")) observer.observe(figure);
  };
  new MutationObserver(observe).observe(document.querySelector("main")!, {childList: true});
  observe();
  document.addEventListener("change", ({target}) => {
    const box = (target as Element).closest<HTMLInputElement>(".chart-layers input");
    if (box !== null) switched(box);
  });
  addEventListener("storage", () => followAll(near));
}

function follow(entries: readonly IntersectionObserverEntry[]): void {
  for (const {target, isIntersecting} of entries) {
    if (isIntersecting) near.add(target);
    else near.delete(target);
  }
  followAll(entries.flatMap(({target, isIntersecting}) => (isIntersecting ? target : [])));
}

function followAll(figures: Iterable<Element>): void {
  for (const figure of figures) {
    takeChoice(figure);
    void draw(figure);
  }
}

function switched(box: HTMLInputElement): void {
  const figure = box.closest("figure.chart")!;
  if (isLasting(box)) chooseLayer(labelOf(box), box.checked);
  void draw(figure);
  followAll([...near].filter((other) => other !== figure));
}

/** Sets the switches as the reader chose; a chart that would show nothing then shows what it starts with. */
function takeChoice(figure: Element): void {
  const chosen = chosenLayers();
  if (chosen.size === 0) return;
  const boxes = switchesOf(figure).filter(isLasting);
  const wanted = boxes.map((box) => chosen.get(labelOf(box)) ?? box.defaultChecked);
  const isAny = wanted.includes(true);
  for (const [index, box] of boxes.entries()) box.checked = isAny ? wanted[index]! : box.defaultChecked;
}

async function draw(figure: Element): Promise<void> {
  if (holdsShown(figure)) return showLayers(figure);
  const {drawChart} = await import("./live-chart.js");
  const chart = shownChart(figure);
  if (chart !== undefined) await drawChart(figure as HTMLElement, chart);
}

/** A run in the page is forgotten with the page. */
function isLasting({value}: HTMLInputElement): boolean {
  return value !== layerKey(THIS_PAGE.order);
}

function labelOf(box: HTMLInputElement): string {
  return box.closest("label")!.textContent ?? "";
}
