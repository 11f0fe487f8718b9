import {formatCount, formatInterval, formatNs, formatRatio, intervalDecimals} from "#lib/units.js";
import type {Column} from "../../terminal/table.js";
import {type TimeEstimate, type TwinRow, twinRows} from "./twin-rows.js";
import type {TwinsBench} from "./twins-result.js";

export const TWIN_HEAD: readonly Column[] = [
  {title: "Held against"},
  {title: "Kernel"},
  {title: "Ours", align: "right"},
  {title: "Theirs", align: "right"},
  {title: "Ours ÷ theirs", align: "right"},
  {title: "Agree"}
];

/** A line for each kernel, with a text for each column of `TWIN_HEAD`. */
export function twinTable(bench: TwinsBench): string[][] {
  return twinRows(bench).map((row) => {
    const {runtime, lab, variant, size} = row.cell;
    const tool = bench.peers.find((peer) => peer.runtime.name === runtime)?.tool ?? "";
    const kernel = `${lab}: ${variant} at ${formatCount(size)}`;
    return [tool, kernel, timeText(row.ours), timeText(row.theirs), ratioText(row), agreementText(row)];
  });
}

function timeText({ns, interval: [low, high]}: TimeEstimate): string {
  return `${formatNs(ns)} (${formatNs(low)} to ${formatNs(high)})`;
}

function ratioText({ratio: {ratio, interval}}: TwinRow): string {
  return `${formatRatio(ratio, intervalDecimals(interval))} (${formatInterval(interval)})`;
}

function agreementText({agrees, twoModes}: TwinRow): string {
  const groups = twoModes ? "; the processes fall into two groups" : "";
  const said = agrees === null ? "no" : agrees === "open" ? "open, the intervals are too wide" : `yes, ${agrees}`;
  return `${said}${groups}`;
}
