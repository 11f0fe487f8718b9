import type {Layer} from "#lib/chart/layers.js";
import {escapeHtml} from "../html.js";

/**
 * A legend whose entries are checkboxes: each shows or hides one layer of the drawing.
 *
 * @param waiting layers that are not there yet
 */
export function layerSwitches(layers: readonly Layer[], waiting: readonly Layer[]): string {
  const labels = [...layers.map((layer) => label(layer, "")), ...waiting.map((layer) => label(layer, " hidden"))];
  return `<fieldset class="chart-layers"><legend>Shown in the chart</legend>${labels.join("\n")}</fieldset>`;
}

function label({key, label: text, on, ...look}: Layer, hidden: string): string {
  const box = `<input type="checkbox" value="${key}"${on ? " checked" : ""} autocomplete="off">`;
  return `<label${hidden}>${box}${swatch(look)}${escapeHtml(text)}</label>`;
}

/** As the marks of the layer are drawn. */
function swatch({path, color, dash}: Pick<Layer, "path" | "color" | "dash">): string {
  const paint =
    dash === undefined
      ? `fill="${color}"`
      : `fill="none" stroke="${color}" stroke-width="1.75" stroke-dasharray="${dash.join(" ")}"`;
  const [x, width] = dash === undefined ? [-7, 14] : [-13, 26];
  return `<svg class="swatch" viewBox="${x} -7 ${width} 14" width="${width}" height="14" aria-hidden="true"><path d="${path}" ${paint}/></svg>`;
}
