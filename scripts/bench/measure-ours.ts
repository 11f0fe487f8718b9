import {compareRun, forkValue} from "#lib/estimate.js";
import type {Fork, Machine, Run} from "#lib/result.js";
import type {Effort} from "#lib/settings.js";
import {median} from "#lib/stats/median.js";
import {type ChildOptions, Interrupted} from "../measure/ask.js";
import {labEffects} from "../measure/effects.js";
import {measureLab} from "../measure/measure-lab.js";
import {type Cell, cellsOf} from "../measure/plan.js";
import {warningsOf} from "../report/warnings.js";
import type {BenchLab} from "./bench-lab.js";
import type {DeadOutcome, LadderOutcome, OrderOutcome, PairOutcome} from "./engine-result.js";

/** How our engine is asked, by the protocol of every lab. */
export interface OwnOptions {
  readonly children: ChildOptions;
  readonly machine: Machine;
  readonly seed: number;
  /** Forks of the self-check: they know the machine when it is quiet. */
  readonly selfCheck: readonly Fork[];
}

/** A block that has begun is finished, so the budget is a little less than a pair may take. */
const BUDGET_SECONDS = {compute: 4.3, allocation: 18, io: 18};

/** A difference can only be found with a margin that is smaller. */
const MARGIN = 0.01;
const MARGIN_FOR_ONE_PER_CENT = 0.005;

/** For variants in blocks, and for them alone together: the goals set no limit to these. */
const ORDER_SECONDS = 15;

type Answer<Outcome, Given extends keyof Outcome = never> = Omit<Outcome, "tool" | "seconds" | Given>;

/** Compares two variants as `lab run` would, with a budget. */
export async function ownPair(
  bench: BenchLab,
  variant: string,
  options: OwnOptions
): Promise<Answer<PairOutcome, "pair">> {
  const margin = variant === "plus-1" ? MARGIN_FOR_ONE_PER_CENT : MARGIN;
  const run = await measure(bench, cellsOf(bench.lab, {variants: [variant]}), "standard", {...options, margin});
  const [comparison] = compareRun(run);
  if (comparison === undefined) return {ratio: null, different: false, same: false, said: reasonOf(run)};
  const {estimate, verdict} = comparison;
  const interval = estimate.interval.map((end) => end.toFixed(4)).join(" to ");
  return {
    ratio: estimate.ratio,
    different: verdict === "faster" || verdict === "slower",
    same: verdict === "same",
    said: `${verdict}: ${interval}, ${estimate.blocks} blocks`
  };
}

/** Measures every variant alone, and all of them in blocks; the position is that within the block. */
export async function ownOrder(bench: BenchLab, options: OwnOptions): Promise<Answer<OrderOutcome, "pattern">[]> {
  const together = await measure(bench, cellsOf(bench.lab, {}), "standard", options, ORDER_SECONDS);
  const outcomes: Answer<OrderOutcome, "pattern">[] = [];
  for (const cell of cellsOf(bench.lab, {})) {
    const alone = await measure(bench, [cell], "standard", options, ORDER_SECONDS / 3);
    const own = together.forks.filter(({variant}) => variant === cell.variant);
    const positions = [0, 1, 2].map((position) =>
      valuesOf(own.filter((fork) => positionOf(fork, together) === position))
    );
    outcomes.push({variant: cell.variant, alone: median(valuesOf(alone.forks)), positions});
  }
  return outcomes;
}

/** Its place in its block, from 0. */
function positionOf({block, order}: Fork, {forks}: Run): number {
  return forks.filter((other) => other.block === block && other.order < order).length;
}

/** Measures dead kernels in one lab with a live one; what counts is what the reader would be told. */
export async function ownDead(bench: BenchLab, options: OwnOptions): Promise<Answer<DeadOutcome>[]> {
  const run = await measure(bench, cellsOf(bench.lab, {}), "quick", options);
  return bench.lab.variants.map(({name}) => {
    const said = complaints(run, name, options.machine);
    return {kernel: name, noticed: said.length > 0, said: said.join("; ") || "timed"};
  });
}

/** Measures the same chain at all sizes. */
export async function ownLadder(bench: BenchLab, options: OwnOptions): Promise<Answer<LadderOutcome>> {
  const run = await measure(bench, cellsOf(bench.lab, {}), "quick", options);
  const {sizes} = bench.lab;
  const times = sizes.map((size) => median(valuesOf(run.forks.filter((fork) => fork.size === size))));
  return {steps: sizes, times, truth: 1};
}

async function measure(
  {compiled, lab}: BenchLab,
  cells: readonly Cell[],
  effort: Effort,
  options: OwnOptions & {readonly margin?: number},
  budgetSeconds = BUDGET_SECONDS[lab.kind]
): Promise<Run> {
  const {children, seed, selfCheck, margin = MARGIN} = options;
  const plan = {name: compiled.name, lab, hash: compiled.hash, runtime: children.runtime, cells, effort, seed};
  const run = await measureLab(
    {...plan, margin, budgetMs: budgetSeconds * 1000, strictBudget: false, from: null, selfCheck},
    labEffects(compiled, children, {save: async () => {}, progress() {}})
  );
  if (run.ending === "interrupted") throw new Interrupted("interrupted");
  return run;
}

function complaints(run: Run, variant: string, machine: Machine): string[] {
  const refused = run.failures.find((failure) => failure.variant === variant)?.reason.split("\n")[0];
  if (refused !== undefined) return [`refused: ${refused}`];
  const noted = run.notes.filter((note) => note.includes("may be dead") && note.includes(`${variant} at `));
  const forks = run.forks.filter((fork) => fork.variant === variant);
  const short = warningsOf({...run, failures: [], forks}, machine).filter(({text}) => text.includes("empty calls"));
  return [...noted.map(() => "noted: its answer did not change with the data"), ...short.map(({text}) => text)];
}

function valuesOf(forks: readonly Fork[]): number[] {
  return forks.map((fork) => forkValue(fork, "compute", "reference"));
}

function reasonOf({failures, ending}: Run): string {
  return failures[0]?.reason ?? `too few blocks (${ending})`;
}
