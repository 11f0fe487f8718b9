import {UNDISTURBED} from "./quiet.js";
import type {Fork} from "./result.js";
import {median} from "./stats/median.js";

/** With fewer pairs, a quantile of Student's t widens an interval by more than a disturbed pair does. */
const ENOUGH = 8;

/** Kept: each fork is asked in every comparison of its run. */
const stepsNs = new WeakMap<Fork, number>();

function stepNs(fork: Fork): number {
  const known = stepsNs.get(fork) ?? median(fork.referenceNs);
  stepsNs.set(fork, known);
  return known;
}

/** An empty call in steps of the reference chain: another frequency of the processor changes both. */
function emptyCallSteps(fork: Fork): number {
  return fork.emptyCallNs / stepNs(fork);
}

/** Whether something else was busy on the same core: see `takeBatches`. */
export function isDisturbed(fork: Fork, atBest: number): boolean {
  return emptyCallSteps(fork) > atBest * UNDISTURBED;
}

/**
 * Steps of the chain that an empty call takes when nothing disturbs it, as far as these forks tell: see `Quiet`.
 * Infinite if there are none.
 */
export function atBestOf(forks: readonly Fork[]): number {
  if (forks.length === 0) return Number.POSITIVE_INFINITY;
  const least = (value: (fork: Fork) => number) => Math.min(...forks.map(value));
  return least(({emptyCallNs}) => emptyCallNs) / least(stepNs);
}

/**
 * Groups of forks (such as the two sides of a block) without those that hold a disturbed one; all of them where fewer
 * than 8 would be left. What is quiet is told by the least disturbed of them.
 */
export function undisturbed<Group extends readonly Fork[]>(groups: readonly Group[]): readonly Group[] {
  const atBest = atBestOf(groups.flat());
  const quiet = groups.filter((group) => !group.some((fork) => isDisturbed(fork, atBest)));
  return quiet.length >= ENOUGH ? quiet : groups;
}

/** Forks of one variant at one size without the disturbed ones; all of them where fewer than 8 would be left. */
export function undisturbedForks(forks: readonly Fork[]): Fork[] {
  return undisturbed(forks.map((fork) => [fork])).flat();
}
