import {startLayers} from "./chart-layers.js";

/** How long a pointer rests on a chart before the chart comes to life: those that pass by ask for nothing. */
const REST_MS = 120;

/**
 * Makes the charts of this page work, also those that come later: layers are switched in what is there; the live
 * view and the files are made by code that comes when it is asked for.
 */
export function startCharts(): void {
  startLayers();
  document.addEventListener("pointerover", ({target, pointerType}) => {
    const drawing = drawingAt(target);
    if (drawing === null || pointerType === "touch") return;
    setTimeout(() => drawing.matches(":hover") && void enliven(drawing), REST_MS);
  });
  for (const type of ["focusin", "click"]) {
    document.addEventListener(type, ({target}) => {
      const drawing = drawingAt(target);
      if (drawing !== null) void enliven(drawing);
    });
  }
  document.addEventListener("click", ({target}) => {
    const button = (target as Element).closest<HTMLElement>("button[data-save]");
    if (button !== null) void save(button);
  });
  document.addEventListener("keydown", closeMenu);
}

function drawingAt(target: EventTarget | null): HTMLElement | null {
  return (target as Element).closest<HTMLElement>("figure.chart:not(.chart-empty) .chart-drawing");
}

async function enliven(drawing: HTMLElement): Promise<void> {
  if (drawing.dataset.live !== undefined) return;
  const {makeLive} = await import("./live-chart.js");
  await makeLive(drawing.closest<HTMLElement>("figure.chart")!);
}

async function save(button: HTMLElement): Promise<void> {
  const menu = button.closest("details")!;
  const {saveChart} = await import("./chart-save.js");
  await saveChart(button.closest<HTMLElement>("figure.chart")!, button.dataset.save as "svg" | "png" | "csv");
  menu.open = false;
  menu.querySelector("summary")!.focus();
}

function closeMenu({key, target}: KeyboardEvent): void {
  const menu = (target as Element).closest<HTMLDetailsElement>(".chart-save[open]");
  if (key !== "Escape" || menu === null) return;
  menu.open = false;
  menu.querySelector("summary")!.focus();
}
