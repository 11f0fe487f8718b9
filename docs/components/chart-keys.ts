const STEPS: Record<string, number> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

/**
 * Lets the arrow keys walk from mark to mark in a live drawing. A mark that has the focus shows its tooltip, as
 * under a pointer, and its words are read out; Escape hides them.
 */
export function walkMarks(drawing: HTMLElement): void {
  drawing.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hideTooltip(event.target as Element);
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const marks = visibleMarks(drawing);
    if (marks.length === 0) return;
    event.preventDefault();
    const at = marks.indexOf(event.target as SVGElement);
    const next = at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length;
    const mark = marks[next]!;
    mark.setAttribute("tabindex", "-1");
    mark.focus();
    showTooltip(mark);
  });
  drawing.addEventListener("focusout", ({target}) => hideTooltip(target as Element));
}

/** Those that Vega gives words to, in the layers that are shown. */
function visibleMarks(drawing: HTMLElement): SVGElement[] {
  const marks = drawing.querySelectorAll<SVGElement>('.role-mark [role="graphics-symbol"]');
  return [...marks].filter((mark) => mark.closest('g[display="none"]') === null);
}

function showTooltip(mark: Element): void {
  const {left, top, width, height} = mark.getBoundingClientRect();
  const place = {bubbles: true, clientX: left + width / 2, clientY: top + height / 2};
  mark.dispatchEvent(new PointerEvent("pointermove", place));
}

function hideTooltip(mark: Element): void {
  mark.dispatchEvent(new MouseEvent("mouseout", {bubbles: true}));
}
