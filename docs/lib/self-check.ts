import {compareForks, type ForkComparison, pairByBlock} from "./estimate.js";
import type {Fork} from "./result.js";
import {MIN_BLOCKS} from "./stats/paired-ratio.js";
import {formatInterval, formatPercent} from "./units.js";

/** What a machine showed of itself, on work whose true ratio is known. */
export interface SelfCheck {
  /** The same work measured twice: the true ratio is 1. */
  readonly identical: ForkComparison;
  /** Two per cent more of it: the true ratio is 1.02. */
  readonly twoPerCent: ForkComparison;
  /** The smallest relative difference that means something there: 0.003 is 0.3 %. */
  readonly resolves: number;
  /** Whether identical work was not called different, and two per cent more was found for what it is. */
  readonly trustworthy: boolean;
  readonly sentence: string;
}

/** When the session was, as the sentence has it. */
type Day = "today" | "that day";

/**
 * Reads the self-check of a session. `resolves` is how far the interval of the identical pair reaches from 1:
 * its half-width joined with its offset.
 *
 * @param forks of the variants `once`, `again` and `two-per-cent-more`
 * @param day for the sentence: a page is read later than it was measured
 * @returns null if fewer than 5 blocks hold all that is needed
 */
export function selfCheck(forks: readonly Fork[], margin = 0.01, day: Day = "today"): SelfCheck | null {
  const of = (name: string) => forks.filter(({variant}) => variant === name);
  const [once, again, more] = [of("once"), of("again"), of("two-per-cent-more")];
  if ([again, more].some((side) => pairByBlock(side, once).length < MIN_BLOCKS)) return null;
  const identical = compareForks(again, once, "compute", {margin});
  const twoPerCent = compareForks(more, once, "compute", {margin});
  const [low, high] = identical.estimate.interval;
  const resolves = Math.max(1 / low, high) - 1;
  const doubt = doubtOf(identical, twoPerCent, day);
  const seen =
    `the same work measured twice gives a ratio of ${formatInterval([low, high])}, ` +
    `and two per cent more of it ${formatInterval(twoPerCent.estimate.interval)}`;
  const sentence = `${doubt ?? `In plain arithmetic this machine can tell differences from ${formatPercent(resolves)} up ${day}`}: ${seen}.`;
  return {identical, twoPerCent, resolves, trustworthy: doubt === null, sentence};
}

function doubtOf(identical: ForkComparison, twoPerCent: ForkComparison, day: Day): string | null {
  if (identical.verdict === "slower" || identical.verdict === "faster") {
    return `This machine calls identical work different ${day}, so small differences mean nothing`;
  }
  if (twoPerCent.verdict !== "slower") return `This machine cannot find a difference of two per cent ${day}`;
  const [low, high] = twoPerCent.estimate.interval;
  return low < 1.03 && high > 1.01 ? null : `This machine does not measure two per cent as two per cent ${day}`;
}
