import type {Layer} from "#lib/chart/layers.js";
import {escapeHtml} from "../html.js";

/**
 * A legend whose entries are checkboxes: each shows or hides one layer of the drawing. Those that the chart does not
 * start with are in a fold that says how many they are.
 *
 * @param waiting layers that are not there yet
 */
export function layerSwitches(layers: readonly Layer[], waiting: readonly Layer[]): string {
  const first = layers.filter(({on}) => on).map((layer) => label(layer, ""));
  const later = waiting.map((layer) => label({...layer, on: false}, " hidden"));
  const labels = [...first, ...later].join("\n");
  return `<fieldset class="chart-layers"><legend>Shown in the chart</legend>${labels}
${fold(layers.filter(({on}) => !on))}</fieldset>`;
}

function fold(layers: readonly Layer[]): string {
  if (layers.length === 0) return "";
  const labels = layers.map((layer) => label(layer, "")).join("\n");
  return `<details class="chart-more"><summary>${layers.length} more</summary><div>${labels}</div></details>
<span class="chart-rest">${layers.length} more in the numbers below</span>`;
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
