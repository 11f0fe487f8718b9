import {createHash} from "node:crypto";
import {otherOf, sizesOf} from "#lib/check-lab.js";
import type {LabDescription, Run} from "#lib/result.js";
import {type Cell, keyOf, type Shard} from "./plan.js";

/** What a run says of the plan that it is a part of. */
export interface ShardOfPlan extends Shard {
  /** The same for all parts of one plan: of the same code, runtime, cells, effort, margin and seed. */
  readonly plan: string;
  /** How many cells the whole plan has. */
  readonly cells: number;
}

/**
 * The cells of a shard. What is compared with each other, or named by one claim, stays together: a comparison is
 * never made across machines. The largest groups are dealt first, each to the shard that has the fewest cells.
 */
export function cellsOfShard(cells: readonly Cell[], lab: LabDescription, {index, of}: Shard): Cell[] {
  const groups = groupsOf(cells, lab).sort((a, b) => b.length - a.length);
  const dealt = Array.from({length: of}, (): Cell[] => []);
  for (const group of groups) {
    const fewest = dealt.reduce((least, shard) => (shard.length < least.length ? shard : least));
    fewest.push(...group);
  }
  const own = new Set(dealt[index - 1]!.map(keyOf));
  return cells.filter((cell) => own.has(keyOf(cell)));
}

/** Of a run that is to be measured in parts, the sentence by which `lab merge` knows them again. */
export function shardNote({index, of}: Shard, planned: readonly Cell[], run: Run): string {
  return `shard ${index}/${of} of plan ${planOf(planned, run)}, which has ${planned.length} cells`;
}

/** By what a plan is known: the same for all parts of it, see `ShardOfPlan`. */
export function planOf(planned: readonly Cell[], {hash, runtime, effort, margin, seed}: Run): string {
  const {name, version} = runtime;
  const text = JSON.stringify([hash, name, version, planned.map(keyOf), effort, margin, seed]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** What a run says of its plan; null if it is whole. */
export function shardOfRun({notes}: Run): ShardOfPlan | null {
  for (const note of notes) {
    const match = /^shard (\d+)\/(\d+) of plan ([0-9a-f]{16}), which has (\d+) cells$/.exec(note);
    if (match === null) continue;
    const [, index, of, plan = "", cells] = match;
    return {index: Number(index), of: Number(of), plan, cells: Number(cells)};
  }
  return null;
}

/** "2/8" */
export function shardText({index, of}: Shard): string {
  return `${index}/${of}`;
}

function groupsOf(cells: readonly Cell[], lab: LabDescription): Cell[][] {
  const groups = new Map<string, Cell[]>(cells.map((cell) => [keyOf(cell), [cell]]));
  for (const keys of bonds(lab)) {
    const [first, ...others] = keys.filter((key) => groups.has(key));
    for (const key of others) join(groups, first!, key);
  }
  return [...new Set(groups.values())];
}

function join(groups: Map<string, Cell[]>, one: string, other: string): void {
  const [ours, theirs] = [groups.get(one)!, groups.get(other)!];
  if (ours === theirs) return;
  const both = [...ours, ...theirs];
  for (const cell of both) groups.set(keyOf(cell), both);
}

/** Keys of cells that belong together. */
function bonds(lab: LabDescription): string[][] {
  const compared = lab.variants.flatMap(({name, against, sizes}) =>
    against === null ? [] : sizes.map((size) => [keyOf({variant: name, size}), keyOf({variant: against, size})])
  );
  const claimed = lab.claims.map((claim) => {
    const other = otherOf(claim, lab);
    const variants = other === null ? [claim.variant] : [claim.variant, other];
    return variants.flatMap((variant) => sizesOf(claim).map((size) => keyOf({variant, size})));
  });
  return [...compared, ...claimed];
}
