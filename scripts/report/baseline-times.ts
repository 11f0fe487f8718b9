import {forkValue} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Run} from "#lib/result.js";
import {median} from "#lib/stats/median.js";

/** What the baseline took at one size. */
export interface BaselineTime {
  readonly size: number;
  /** Nanoseconds of an iteration, the median over forks. */
  readonly ns: number;
  readonly forks: number;
}

/** What the baseline of a run's lab took, at the sizes at which it was measured. */
export function baselineTimes({lab, forks}: Run): BaselineTime[] {
  const kind = kindOf(lab, lab.baseline);
  return lab.sizes.flatMap((size) => {
    const own = forks.filter((fork) => fork.variant === lab.baseline && fork.size === size);
    if (own.length === 0) return [];
    return [{size, ns: median(own.map((fork) => forkValue(fork, kind, "time"))), forks: own.length}];
  });
}
