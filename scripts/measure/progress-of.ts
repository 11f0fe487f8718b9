import type {Run} from "#lib/result.js";
import {BLOCKS} from "#lib/settings.js";
import {MIN_BLOCKS, pairedRatio} from "#lib/stats/paired-ratio.js";
import {formatCount, formatInterval, formatRatio} from "#lib/units.js";
import type {ProgressState} from "../terminal/progress.js";
import type {UnderWay} from "./measure-lab.js";
import {pairRatios} from "./open-cells.js";
import type {Cell} from "./plan.js";

/**
 * Where a run is, for the terminal.
 *
 * @param inBlock cells that this block measures
 * @param index how many of them are done
 */
export function progressOf(
  {plan, run, effects, startedMs, before}: UnderWay,
  cell: Cell,
  block: number,
  inBlock: number,
  index: number
): ProgressState {
  const {least, most} = BLOCKS[plan.effort];
  const blocks = block < least ? least : most;
  const done = run.forks.length;
  const toLeast = Math.max(0, least - block) * inBlock - index;
  const passed = effects.now() - startedMs;
  const perFork = passed / Math.max(1, done - before);
  const left = block < least ? Math.max(toLeast * perFork, 0) : Math.max(0, plan.budgetMs - passed);
  return {
    lab: plan.name,
    what: `${cell.variant} at ${formatCount(cell.size)}`,
    block: block + 1,
    blocks,
    done,
    total: done + Math.max(inBlock - index, toLeast),
    ...(done > before ? {secondsLeft: left / 1000} : {}),
    ...intervalSoFar(run, cell)
  };
}

/** The estimate of the cell's own comparison, once there are blocks enough for an interval. */
function intervalSoFar(run: Run, {variant, size}: Cell): {interval?: string} {
  const against = run.lab.variants.find(({name}) => name === variant)?.against;
  if (against === undefined || against === null) return {};
  const ratios = pairRatios(run, variant, against, size);
  if (ratios.length < MIN_BLOCKS) return {};
  const {ratio, interval} = pairedRatio(
    ratios,
    ratios.map(() => 1)
  );
  return {interval: `${formatRatio(ratio)} ${formatInterval(interval)}`};
}
