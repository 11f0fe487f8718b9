import {formatQuantity} from "#lib/units.js";
import type {Look} from "../../report/table.js";

/** How many rows a table leaves out, and how they are had; nothing if it has all. */
export function moreText(more: number, what: string, {paint}: Look): string[] {
  return more > 0 ? [paint("quiet", `${formatQuantity(more, what)} more: --limit shows them`)] : [];
}
