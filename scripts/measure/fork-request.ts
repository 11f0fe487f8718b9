import {kindOf} from "#lib/kind-of.js";
import type {ForkRequest, Settings} from "#lib/measure.js";
import {BLOCKS, type Effort, settingsFor} from "#lib/settings.js";
import type {UnderWay} from "./measure-lab.js";
import type {Cell} from "./plan.js";

/** Forks from this one on, to the least number of blocks, or to the end of a block after them. */
export function forksLeft(effort: Effort, block: number, inBlock: number, index: number): number {
  return Math.max(1, BLOCKS[effort].least - block) * inBlock - index;
}

/**
 * What a fork is asked: its data from the seed of its block, and how quiet the machine can be.
 *
 * @param left how many forks share the time that is left, this one among them
 */
export function forkRequest(state: UnderWay, cell: Cell, block: number, left: number): ForkRequest {
  const {plan, run, neighbours} = state;
  const settings = settingsFor(kindOf(plan.lab, cell.variant), plan.effort);
  const {emptyCallSteps} = neighbours;
  return {
    ...cell,
    block,
    order: run.forks.length,
    seed: plan.seed + block,
    ...(emptyCallSteps !== undefined && {emptyCallSteps}),
    settings: {...settings, patience: patienceOf(state, settings, left)}
  };
}

/** A fork may wait for a quiet moment with its share of the time that is left, beyond what forks took so far. */
function patienceOf({plan, effects, run, startedMs, before}: UnderWay, settings: Settings, left: number): number {
  const {patience = 1, measureCapNs} = settings;
  const passedMs = effects.now() - startedMs;
  const usualMs = passedMs / Math.max(1, run.forks.length - before);
  const spareMs = (plan.budgetMs - passedMs) / left - usualMs;
  return Math.min(patience, Math.max(1, 1 + (spareMs * 1e6) / measureCapNs));
}
