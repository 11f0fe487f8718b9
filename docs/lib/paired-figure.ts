import {type Comparison, type Estimate, forkValue, leadingScale, pairByBlock} from "./estimate.js";
import {forkGroups, type GroupsOf} from "./fork-groups.js";
import {kindOf} from "./kind-of.js";
import type {Fork, Run} from "./result.js";
import {MIN_BLOCKS, pairedRatio} from "./stats/paired-ratio.js";

/** An estimate, and the groups of what it is made of. */
export interface Paired {
  readonly estimate: Estimate;
  readonly groups: readonly GroupsOf[];
}

/** What `compareRun` has of two variants, either way round; undefined if it has nothing. */
export function shownEstimate(
  variant: string,
  other: string,
  at: number,
  all: readonly Comparison[]
): Paired | undefined {
  const find = (ours: string, theirs: string) =>
    all.find(({variant, baseline, size}) => variant === ours && baseline === theirs && size === at);
  const direct = find(variant, other);
  if (direct !== undefined) return {estimate: direct.estimate, groups: groupsOf(direct)};
  const inverse = find(other, variant);
  return inverse && {estimate: inverted(inverse.estimate), groups: groupsOf(inverse)};
}

function inverted(estimate: Estimate): Estimate {
  const [low, high] = estimate.interval;
  return {...estimate, ratio: 1 / estimate.ratio, interval: [1 / high, 1 / low]};
}

/** Two sets of forks, paired by block: the estimate, or how many pairs there are if they are too few. */
export function pairDirectly(ours: readonly Fork[], theirs: readonly Fork[], {lab}: Run): Paired | number {
  const pairs = pairByBlock(ours, theirs);
  if (pairs.length < MIN_BLOCKS) return pairs.length;
  const kind = kindOf(lab, ours[0]!.variant);
  const values = (side: 0 | 1, scale = leadingScale(kind)) => pairs.map((pair) => forkValue(pair[side], kind, scale));
  const groups = ([0, 1] as const).flatMap((side) => {
    const found = forkGroups(values(side), values(side, "time"));
    const {variant, size} = pairs[0]![side];
    return found === null ? [] : {variant, size, ...found};
  });
  return {estimate: pairedRatio(values(0), values(1)), groups};
}

/** The groups of a comparison, and whose they are. */
export function groupsOf({variant, baseline, size, groups}: Comparison): GroupsOf[] {
  const sides = [
    {variant, groups: groups.variant},
    {variant: baseline, groups: groups.baseline}
  ];
  return sides.flatMap((side) => (side.groups === null ? [] : {variant: side.variant, size, ...side.groups}));
}
