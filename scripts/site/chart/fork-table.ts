import {type ColumnTable, op, table} from "arquero";
import {forkValue} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Fork, Run} from "#lib/result.js";
import {undisturbedForks} from "#lib/undisturbed.js";

/** One row a fork that counts: variant, size, block, and `ns`, its nanoseconds for one operation. */
export function forkTable({forks: all, lab}: Run): ColumnTable {
  const forks = [...cellsOf(all).values()].flatMap(undisturbedForks);
  return table({
    variant: forks.map(({variant}) => variant),
    size: forks.map(({size}) => size),
    block: forks.map(({block}) => block),
    ns: forks.map((fork) => forkValue(fork, kindOf(lab, fork.variant), "time") / fork.size)
  });
}

/** Nanoseconds for one operation, the median over forks: one row a variant and size, sizes ascending. */
export function timesBySize(run: Run): {variant: string; size: number; ns: number}[] {
  const medians = forkTable(run)
    .groupby("variant", "size")
    .rollup({ns: op.median("ns")})
    .orderby("size");
  return medians.objects() as {variant: string; size: number; ns: number}[];
}

function cellsOf(forks: readonly Fork[]): Map<string, Fork[]> {
  const cells = new Map<string, Fork[]>();
  for (const fork of forks) {
    const key = `${fork.variant} ${fork.size}`;
    cells.set(key, [...(cells.get(key) ?? []), fork]);
  }
  return cells;
}
