import type {Verdict} from "./estimate.js";

/** A verdict in a table or a tooltip; it says so where the processes of either side fall into two groups. */
export function verdictWords({verdict, twoModes}: {readonly verdict: Verdict; readonly twoModes: boolean}): string {
  return twoModes ? `${verdict}, two groups of processes` : verdict;
}
