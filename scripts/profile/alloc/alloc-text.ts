import type {LabDescription} from "#lib/result.js";
import {formatBytes, formatCount} from "#lib/units.js";
import {type Column, formatTable} from "../../terminal/table.js";
import type {Allocation, Counted} from "./count-allocation.js";

/** Above this many bytes a tenth of one says nothing. */
const EXACT_BELOW = 1e6;

/** A table of what the variants allocate, in lines. */
export function allocText(allocations: readonly Allocation[], {unit}: LabDescription, width: number): string[] {
  const columns: readonly Column[] = [
    {title: "Variant", least: 12},
    {title: "Size", align: "right"},
    {title: "Bytes an iteration", align: "right"},
    {title: `per ${unit}`, align: "right"},
    {title: "Rounds", align: "right", droppable: 1},
    {title: "Outside the heap", align: "right"}
  ];
  const rows = allocations.map(({variant, size, heap, outside}) => [
    variant,
    formatCount(size),
    exactBytes(heap.bytes),
    exactBytes(heap.bytes / size),
    rangeText(heap),
    exactBytes(outside.bytes)
  ]);
  return formatTable(columns, rows, width);
}

/** "48.0 B"; as many whole bytes as there are where a tenth says nothing. */
export function exactBytes(bytes: number): string {
  if (Math.abs(bytes) >= EXACT_BELOW) return formatBytes(bytes);
  const [whole, tenth] = Math.abs(bytes).toFixed(1).split(".");
  const text = `${formatCount(Number(whole))}.${tenth} B`;
  return bytes < 0 && text !== "0.0 B" ? `-${text}` : text;
}

function rangeText({range: [low, high]}: Counted): string {
  const ends = [exactBytes(low), exactBytes(high)];
  return ends[0] === ends[1] ? "all alike" : ends.join(" to ");
}
