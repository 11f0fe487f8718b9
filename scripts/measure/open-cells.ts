import {forkValue, leadingScale, pairByBlock, precisionReached} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Fork, Run} from "#lib/result.js";
import {BLOCKS} from "#lib/settings.js";
import type {UnderWay} from "./measure-lab.js";
import {type Cell, cellsOf, keyOf} from "./plan.js";

/**
 * The cells that the next block has to measure: all of them until the least number of blocks, then those of
 * comparisons that are not yet precise; first those that claims name, and only when these are precise the rest.
 * Failed cells are left out.
 */
export function openCells({plan, run, failed}: UnderWay): Cell[] {
  const alive = plan.cells.filter((cell) => !failed.has(keyOf(cell)));
  const blocks = new Set(run.forks.map(({block}) => block)).size;
  if (blocks < BLOCKS[plan.effort].least) return alive;
  const alone = new Set(alive.map(keyOf));
  const open = new Set<string>();
  for (const {name: variant, against} of plan.lab.variants) {
    if (against === null) continue;
    for (const {size} of alive.filter((cell) => cell.variant === variant)) {
      if (!alone.has(keyOf({variant: against, size}))) continue;
      if (precisionReached(pairRatios(run, variant, against, size).map(Math.log), run.margin)) continue;
      open.add(keyOf({variant, size})).add(keyOf({variant: against, size}));
    }
  }
  const imprecise = alive.filter((cell) => open.has(keyOf(cell)));
  const claimed = new Set(cellsOf(plan.lab, {claimsOnly: true}).map(keyOf));
  const first = imprecise.filter((cell) => claimed.has(keyOf(cell)));
  return first.length > 0 ? first : imprecise;
}

/** Variant ÷ baseline on the leading scale, one value per block that holds both. */
export function pairRatios({forks, lab}: Run, variant: string, against: string, size: number): number[] {
  const side = (name: string) => forks.filter((fork) => fork.variant === name && fork.size === size);
  const kind = kindOf(lab, variant);
  const value = (fork: Fork) => forkValue(fork, kind, leadingScale(kind));
  return pairByBlock(side(variant), side(against)).map(([a, b]) => value(a) / value(b));
}
