import {forkValue, leadingScale, pairByBlock, precisionReached} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Fork, LabDescription, Run} from "#lib/result.js";
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
  const imprecise = pairsOf(plan.lab, alive).filter(({cell, against}) => {
    const logRatios = pairRatios(run, cell.variant, against.variant, cell.size).map(Math.log);
    return !precisionReached(logRatios, run.margin);
  });
  const claimed = new Set(cellsOf(plan.lab, {claimsOnly: true}).map(keyOf));
  const first = imprecise.filter(({cell}) => claimed.has(keyOf(cell)));
  const open = new Set(
    (first.length > 0 ? first : imprecise).flatMap(({cell, against}) => [keyOf(cell), keyOf(against)])
  );
  return alive.filter((cell) => open.has(keyOf(cell)));
}

interface Pair {
  readonly cell: Cell;
  readonly against: Cell;
}

/** The comparisons that these cells make. */
function pairsOf({variants}: LabDescription, cells: readonly Cell[]): Pair[] {
  const keys = new Set(cells.map(keyOf));
  return cells.flatMap((cell) => {
    const baseline = variants.find(({name}) => name === cell.variant)?.against ?? null;
    if (baseline === null || !keys.has(keyOf({variant: baseline, size: cell.size}))) return [];
    return [{cell, against: {variant: baseline, size: cell.size}}];
  });
}

/** Variant ÷ baseline on the leading scale, one value per block that holds both. */
export function pairRatios({forks, lab}: Run, variant: string, against: string, size: number): number[] {
  const side = (name: string) => forks.filter((fork) => fork.variant === name && fork.size === size);
  const kind = kindOf(lab, variant);
  const value = (fork: Fork) => forkValue(fork, kind, leadingScale(kind));
  return pairByBlock(side(variant), side(against)).map(([a, b]) => value(a) / value(b));
}
