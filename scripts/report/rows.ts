import {type Comparison, compareRun, forkValue, leadingScale} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Fork, Run} from "#lib/result.js";
import {median} from "#lib/stats/median.js";
import {undisturbedForks} from "#lib/undisturbed.js";

/** A variant at a size, as a line of the table shows it. */
export interface Row {
  /** The variant's title. */
  readonly title: string;
  readonly size: number;
  /** 0 for a baseline, 1 for what is compared with it, 2 for what is compared with that. */
  readonly depth: number;
  /** Blocks in which it was measured. */
  readonly blocks: number;
  /** Nanoseconds per iteration, the median over forks that count. */
  readonly ns: number;
  /** Null for a baseline, and while there are too few blocks. */
  readonly comparison: Comparison | null;
  /** One value a fork that counts: the ratios of the comparison, or a baseline's own values over their median. */
  readonly spread: readonly number[];
}

/** Every variant that was measured, by size: each baseline, then what is compared with it, in the order of the lab. */
export function rowsOf(run: Run): Row[] {
  const comparisons = compareRun(run);
  const sizes = [...new Set(run.lab.variants.flatMap((variant) => variant.sizes))].sort((a, b) => a - b);
  const lines = linesFrom(null, 0, run);
  return sizes.flatMap((size) =>
    lines.flatMap(({name, title, depth}) => {
      const forks = run.forks.filter((fork) => fork.variant === name && fork.size === size);
      if (forks.length === 0) return [];
      const comparison = comparisons.find((each) => each.variant === name && each.size === size) ?? null;
      return [{title, size, depth, comparison, ...timesOf(run, forks, comparison)}];
    })
  );
}

interface Line {
  readonly name: string;
  readonly title: string;
  readonly depth: number;
}

function linesFrom(parent: string | null, depth: number, run: Run): Line[] {
  const children = run.lab.variants.filter(({against}) => against === parent);
  return children.flatMap(({name, title}) => [{name, title, depth}, ...linesFrom(name, depth + 1, run)]);
}

function timesOf({lab}: Run, forks: readonly Fork[], comparison: Comparison | null) {
  const kind = kindOf(lab, forks[0]!.variant);
  const counted = undisturbedForks(forks);
  const led = counted.map((fork) => forkValue(fork, kind, leadingScale(kind)));
  const middle = median(led);
  return {
    blocks: new Set(forks.map(({block}) => block)).size,
    ns: comparison?.variantNs ?? median(counted.map((fork) => forkValue(fork, kind, "time"))),
    spread: comparison?.ratios ?? led.map((value) => value / middle)
  };
}
