import {type ColumnTable, op, table} from "arquero";
import {forkValue} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Run} from "#lib/result.js";

/** One row a fork: variant, size, block, and `ns`, its nanoseconds for one operation. */
export function forkTable({forks, lab}: Run): ColumnTable {
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
