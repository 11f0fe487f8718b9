import {chosen} from "./preferences.js";

/**
 * Orders and folds the boxes of every group for where the reader comes from: their own open and first, the others
 * folded after it. A reader who comes from both has all open, in the order of the page.
 */
export function arrangeAsides(): void {
  const from = chosen("from");
  for (const group of document.querySelectorAll(".asides")) {
    const boxes = [...group.querySelectorAll<HTMLDetailsElement>(":scope > details")];
    const isOwn = (box: HTMLDetailsElement) => from === "both" || box.dataset.from === from;
    const place = (box: HTMLDetailsElement) => Number(box.dataset.place) + (isOwn(box) ? 0 : boxes.length);
    const ordered = [...boxes].sort((a, b) => place(a) - place(b));
    for (const box of boxes) box.open = isOwn(box);
    if (ordered.some((box, index) => box !== boxes[index])) group.append(...ordered);
  }
}
