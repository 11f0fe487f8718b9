import type {LabDescription} from "./result.js";
import {median} from "./stats/median.js";
import {twoModes} from "./stats/two-modes.js";
import {formatNs, formatQuantity} from "./units.js";

/** Forks of one variant that fall into two groups, the faster first. */
export interface ForkGroups {
  readonly faster: ForkGroup;
  readonly slower: ForkGroup;
}

/** Forks that agree with each other. */
export interface ForkGroup {
  readonly forks: number;
  /** Nanoseconds per iteration, the median over them. */
  readonly ns: number;
}

/** Groups, and whose they are. */
export interface GroupsOf extends ForkGroups {
  readonly variant: string;
  readonly size: number;
}

/**
 * The two groups that forks fall into, as `twoModes` sees them; null if they do not.
 *
 * @param values what the groups are told by, one a fork
 * @param ns nanoseconds per iteration, one a fork, in the same order
 */
export function forkGroups(values: readonly number[], ns: readonly number[]): ForkGroups | null {
  if (values.length === 0 || !twoModes(values)) return null;
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const gaps = order.slice(1).map((fork, index) => values[fork]! / values[order[index]!]!);
  const split = gaps.indexOf(Math.max(...gaps)) + 1;
  const group = (forks: readonly number[]) => ({forks: forks.length, ns: median(forks.map((fork) => ns[fork]!))});
  return {faster: group(order.slice(0, split)), slower: group(order.slice(split))};
}

/** "the processes of join at 1,000 pieces fall into two groups, 7 at about 1.20 ms and 5 at about 3.40 ms". */
export function groupsText({variant, size, faster, slower}: GroupsOf, lab: LabDescription): string {
  const title = lab.variants.find(({name}) => name === variant)?.title ?? variant;
  const [fast, slow] = [faster, slower].map(({forks, ns}) => `${forks} at about ${formatNs(ns)}`);
  return `the processes of ${title} at ${formatQuantity(size, lab.unit)} fall into two groups, ${fast} and ${slow}`;
}

/** The same as sentences, each after a space; empty without any. */
export function groupsSentences(groups: readonly GroupsOf[], lab: LabDescription): string {
  return groups.map((one) => ` T${groupsText(one, lab).slice(1)}.`).join("");
}
