import {forkValue} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Run} from "#lib/result.js";
import {median} from "#lib/stats/median.js";

/** What a baseline took at one size. */
export interface BaselineTime {
  readonly size: number;
  /** Nanoseconds of an iteration, the median over forks. */
  readonly ns: number;
  readonly forks: number;
}

/** The variants of a run that are compared with no other: the lab's baseline, and perhaps more. */
export function baselinesOf({lab}: Run): string[] {
  return lab.variants.filter(({against}) => against === null).map(({name}) => name);
}

/** What a baseline took, at the sizes at which it was measured. */
export function baselineTimes({lab, forks}: Run, baseline: string): BaselineTime[] {
  const kind = kindOf(lab, baseline);
  return lab.sizes.flatMap((size) => {
    const own = forks.filter((fork) => fork.variant === baseline && fork.size === size);
    if (own.length === 0) return [];
    return [{size, ns: median(own.map((fork) => forkValue(fork, kind, "time"))), forks: own.length}];
  });
}
