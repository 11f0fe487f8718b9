import {formatNs} from "../units.js";

/** "240 ms" */
export function durationText(ms: number): string {
  return formatNs(ms * 1e6);
}

/** A moment of a flight: "12.3 s" */
export function momentText(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 100_000 ? 2 : 1)} s`;
}

/** "once", "3 times" */
export function timesText(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
