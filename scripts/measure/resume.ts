import {existsSync} from "node:fs";
import type {Machine, Run} from "#lib/result.js";
import {partialFile, readResult, sameRuntime} from "../store.js";
import type {LabPlan} from "./measure-lab.js";
import {keyOf} from "./plan.js";

/**
 * The run of the same plan that was interrupted before, if there is one.
 *
 * @param seed the one that the reader insists on, if any: a run of another seed is not continued
 */
export async function runToContinue(plan: LabPlan, machine: Machine, seed: number | undefined): Promise<Run | null> {
  const file = partialFile(plan.name);
  if (!existsSync(file)) return null;
  const result = await readResult(file);
  if (result.machine.id !== machine.id) return null;
  const run = result.runs.find(({runtime}) => sameRuntime(runtime, plan.runtime));
  if (run === undefined || run.forks.length === 0 || run.failures.length > 0 || (seed ?? run.seed) !== run.seed)
    return null;
  const samePlan = run.hash === plan.hash && run.effort === plan.effort && run.margin === plan.margin;
  return samePlan && sameCells(run, plan) ? run : null;
}

/** "1 block", "7 blocks". */
export function blocksText({forks}: Run): string {
  const blocks = new Set(forks.map(({block}) => block)).size;
  return blocks === 1 ? "1 block" : `${blocks} blocks`;
}

/** A run that ended within its first block has not met all of its cells. */
function sameCells({forks}: Run, {cells}: LabPlan): boolean {
  const measured = new Set(forks.map(keyOf));
  const planned = new Set(cells.map(keyOf));
  const inFirst = forks.every(({block}) => block === 0);
  return [...measured].every((key) => planned.has(key)) && (inFirst || measured.size === planned.size);
}
