import {chartCsv, chartFileName} from "../lib/chart/chart-csv.js";
import {chartTitle} from "../lib/chart/words.js";
import {shownChart} from "./chart-figure.js";
import {standaloneSvg} from "./standalone-svg.js";

/** Pixels of a picture for one of the drawing. */
const SCALE = 2;

/** Hands the reader a file of what a chart shows: its drawing, a picture of it, or the numbers behind it. */
export async function saveChart(figure: HTMLElement, kind: "svg" | "png" | "csv"): Promise<void> {
  const chart = shownChart(figure);
  if (chart === undefined) return;
  const name = `${chartFileName(chart)}.${kind}`;
  if (kind === "csv") return offer(name, new Blob([chartCsv(chart)], {type: "text/csv;charset=utf-8"}));
  const svg = await standaloneSvg(figure, chartTitle(chart));
  const text = new XMLSerializer().serializeToString(svg);
  if (kind === "svg") return offer(name, new Blob([text], {type: "image/svg+xml"}));
  offer(name, await pictureOf(text, svg.width.baseVal.value, svg.height.baseVal.value));
}

async function pictureOf(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error("the browser makes no PNG of it")));
    canvas.toBlob(take, "image/png");
  });
}

function offer(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
