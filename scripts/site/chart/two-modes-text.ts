import type {RatioRow} from "#lib/chart/model.js";
import {escapeHtml} from "../html.js";
import {listed} from "./provenance.js";

const MOST = 4;

/** Of which comparisons in a chart the processes fall into two groups, as HTML for its caption; empty without any. */
export function twoModesText(rows: readonly RatioRow[]): string {
  const names = rows.filter(({twoModes}) => twoModes).map(({variant, environment}) => `${variant} (${environment})`);
  if (names.length === 0) return "";
  const rest = names.length - MOST;
  const shown = rest > 0 ? [...names.slice(0, MOST), `${rest} more`] : names;
  return `<br><b>Two groups of processes</b>, on either side of a comparison: ${escapeHtml(listed(shown))}. An interval across two groups is no typical time; the small dots show both.`;
}
