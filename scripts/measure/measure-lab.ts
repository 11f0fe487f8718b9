import {type Answered, answerText} from "#lib/answer.js";
import type {ForkReply, ForkRequest} from "#lib/measure.js";
import {seededRandom, shuffle} from "#lib/random.js";
import type {Ending, Fork, LabDescription, Run, Runtime} from "#lib/result.js";
import {BLOCKS, type Effort} from "#lib/settings.js";
import type {ProgressState} from "../terminal/progress.js";
import {disagreements, unchangedNote} from "./answers.js";
import {ForkError, Interrupted} from "./ask.js";
import {forkRequest, forksLeft} from "./fork-request.js";
import {inTurn} from "./in-turn.js";
import {Neighbours} from "./neighbours.js";
import {openCells} from "./open-cells.js";
import {type Cell, keyOf} from "./plan.js";
import {progressOf} from "./progress-of.js";

/** What is to be measured. */
export interface LabPlan {
  readonly name: string;
  readonly lab: LabDescription;
  readonly hash: string;
  readonly runtime: Runtime;
  readonly cells: readonly Cell[];
  readonly effort: Effort;
  readonly margin: number;
  readonly seed: number;
  readonly budgetMs: number;
  /** Whether the budget ends the run even before the least number of blocks. */
  readonly strictBudget: boolean;
  /** A run of the same plan that was interrupted, to be continued. */
  readonly from: Run | null;
  /** Forks of the session's self-check: they know the machine when it is quiet. */
  readonly selfCheck: readonly Fork[];
}

/** What touches the world, so that a test can script it. */
export interface Effects {
  fork(request: ForkRequest): Promise<ForkReply>;
  /** Milliseconds. */
  now(): number;
  /** One-minute load average, null where the system does not say. */
  load(): number | null;
  /** Called after every block. */
  save(run: Run): Promise<void>;
  progress(state: ProgressState): void;
}

/** The state of a run under way. */
export interface UnderWay {
  readonly plan: LabPlan;
  readonly effects: Effects;
  readonly run: Run;
  /** Moves on while other runs have their turn: their time is not this run's. */
  startedMs: number;
  readonly neighbours: Neighbours;
  /** Forks that an earlier session left. */
  readonly before: number;
  /** Keys of cells that failed: they are not measured again. */
  readonly failed: Set<string>;
  /** Answers of the blocks so far, by cell. */
  readonly answers: Map<string, string[]>;
}

/**
 * Measures a lab block by block: in every block one fresh process for each cell that is still open, in random
 * order. Ends when every comparison is precise, when the budget is used up, or at the most blocks.
 *
 * @returns the run, whatever ended it: see `ending` and `failures`
 */
export async function measureLab(plan: LabPlan, effects: Effects): Promise<Run> {
  const [run] = await inTurn([measureBlocks(plan, effects)], () => 0);
  return run!;
}

/** As `measureLab`, and stops after every block until it is told to go on. */
export async function* measureBlocks(plan: LabPlan, effects: Effects): AsyncGenerator<void, Run> {
  const run = plan.from ?? emptyRun(plan);
  if (hasEnded(run)) return run;
  const startedMs = effects.now();
  const state: UnderWay = {
    plan,
    effects,
    run,
    startedMs,
    neighbours: new Neighbours([...plan.selfCheck, ...run.forks]),
    before: run.forks.length,
    failed: new Set(),
    answers: new Map()
  };
  const secondsBefore = run.seconds;
  run.notes = [];
  let ending: Ending | null = null;
  for (let block = 1 + Math.max(-1, ...run.forks.map((fork) => fork.block)); ending === null; block++) {
    const cells = openCells(state);
    ending = endingOf(state, cells, block) ?? (await measureBlock(state, cells, block));
    run.seconds = secondsBefore + Math.round((effects.now() - state.startedMs) / 100) / 10;
    run.ending = ending ?? "running";
    if (ending !== null) run.notes.push(...unchangedNote(state.answers), ...state.neighbours.notes());
    await effects.save(run);
    if (ending === null) yield* pause(state);
  }
  return run;
}

/** Whether a run ended by itself, and has nothing to continue. */
export function hasEnded({ending}: Run): boolean {
  return ending === "precise" || ending === "budget" || ending === "blocks";
}

async function* pause(state: UnderWay): AsyncGenerator<void, void> {
  const since = state.effects.now();
  yield;
  state.startedMs += state.effects.now() - since;
}

function emptyRun({hash, lab, runtime, effort, seed, margin}: LabPlan): Run {
  const {name, version, engine, flags} = runtime;
  const started = new Date().toISOString();
  const kept = {forks: [], failures: [], selfCheck: [], notes: [], load: []};
  return {
    hash,
    lab,
    runtime: {name, version, engine, flags},
    started,
    seconds: 0,
    effort,
    seed,
    margin,
    ending: "running",
    ...kept
  };
}

function endingOf({plan, effects, startedMs, failed}: UnderWay, open: readonly Cell[], block: number): Ending | null {
  if (plan.cells.every((cell) => failed.has(keyOf(cell)))) return "failed";
  if (open.length === 0) return "precise";
  const {least, most} = BLOCKS[plan.effort];
  const over = effects.now() - startedMs >= plan.budgetMs;
  if (over && (plan.strictBudget || block >= least)) return "budget";
  return block >= most ? "blocks" : null;
}

/** @returns how the run ended, if it ended within the block */
async function measureBlock(state: UnderWay, cells: readonly Cell[], block: number): Promise<Ending | null> {
  const {plan, effects, run, neighbours} = state;
  const inBudget = () => effects.now() - state.startedMs < plan.budgetMs;
  const load = effects.load();
  if (load !== null) run.load.push(Number(load.toFixed(2)));
  const answers = new Map<string, Answered>();
  const first = run.forks.length;
  for (const [index, cell] of shuffle(cells, seededRandom(plan.seed + block)).entries()) {
    if (plan.strictBudget && !inBudget()) break;
    effects.progress(progressOf(state, cell, block, cells.length, index));
    try {
      const {fork, answer} = await effects.fork(
        forkRequest(state, cell, block, forksLeft(plan.effort, block, cells.length, index))
      );
      run.forks.push(fork);
      neighbours.add(fork);
      answers.set(keyOf(cell), answer);
    } catch (error) {
      if (error instanceof Interrupted) return "interrupted";
      if (!(error instanceof ForkError)) throw error;
      fail(state, cell, block, error.message);
    }
  }
  for (const [key, answer] of answers) state.answers.set(key, [...(state.answers.get(key) ?? []), answerText(answer)]);
  for (const {cell, reason} of disagreements(plan.lab, answers)) disown(state, cell, block, reason);
  return run.forks.length === first && state.failed.size === 0 ? "budget" : null;
}

/** A cell that failed once is not measured again; what it gave before is kept. */
function fail({run, failed}: UnderWay, cell: Cell, block: number, reason: string): void {
  failed.add(keyOf(cell));
  run.failures.push({block, ...cell, reason: reason.slice(0, 2000)});
}

/** A cell that does other work than it says is not believed: what it gave before goes too. */
function disown(state: UnderWay, cell: Cell, block: number, reason: string): void {
  fail(state, cell, block, reason);
  state.run.forks = state.run.forks.filter((fork) => keyOf(fork) !== keyOf(cell));
}
