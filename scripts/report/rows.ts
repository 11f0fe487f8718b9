import {type Comparison, compareRun, forkValue, leadingScale} from "#lib/estimate.js";
import type {Fork, Run} from "#lib/result.js";
import {median} from "#lib/stats/median.js";

/** A variant at a size, as a line of the table shows it. */
export interface Row {
  /** The variant's title. */
  readonly title: string;
  readonly size: number;
  /** Title of what it is compared with; null for a baseline. */
  readonly against: string | null;
  /** Blocks in which it was measured. */
  readonly blocks: number;
  /** Nanoseconds per iteration, the median over forks. */
  readonly ns: number;
  /** Null for a baseline, and while there are too few blocks. */
  readonly comparison: Comparison | null;
  /** One value a fork: the ratios of the comparison, or a baseline's own values over their median. */
  readonly spread: readonly number[];
}

/** Every variant that was measured, by size, in the order of the lab, baselines before what leans on them. */
export function rowsOf(run: Run): Row[] {
  const comparisons = compareRun(run);
  const sizes = [...new Set(run.lab.variants.flatMap((variant) => variant.sizes))].sort((a, b) => a - b);
  const variants = [...run.lab.variants].sort((a, b) => rank(a.name, run) - rank(b.name, run));
  return sizes.flatMap((size) =>
    variants.flatMap(({name, title, against}) => {
      const forks = run.forks.filter((fork) => fork.variant === name && fork.size === size);
      if (forks.length === 0) return [];
      const comparison = comparisons.find((each) => each.variant === name && each.size === size) ?? null;
      return [
        {
          title,
          size,
          against: against === null ? null : titleOf(against, run),
          comparison,
          ...timesOf(run, forks, comparison)
        }
      ];
    })
  );
}

function rank(name: string, {lab}: Run): number {
  return name === lab.baseline ? 0 : 1;
}

function titleOf(name: string, {lab}: Run): string {
  return lab.variants.find((variant) => variant.name === name)?.title ?? name;
}

function timesOf({lab: {kind}}: Run, forks: readonly Fork[], comparison: Comparison | null) {
  const led = forks.map((fork) => forkValue(fork, kind, leadingScale(kind)));
  const middle = median(led);
  return {
    blocks: new Set(forks.map(({block}) => block)).size,
    ns: comparison?.variantNs ?? median(forks.map((fork) => forkValue(fork, kind, "time"))),
    spread: comparison?.ratios ?? led.map((value) => value / middle)
  };
}
