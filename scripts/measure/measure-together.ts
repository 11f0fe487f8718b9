import {seededRandom} from "#lib/random.js";
import type {Fork, Machine, Run} from "#lib/result.js";
import {BUDGET_SECONDS} from "#lib/settings.js";
import {AnswersAcross} from "./answers-across.js";
import {labEffects} from "./effects.js";
import {inTurn} from "./in-turn.js";
import {forgetBlocks, type KeptRun, keep, saveBlocks} from "./keep-run.js";
import {type Effects, hasEnded, type LabPlan, measureBlocks} from "./measure-lab.js";
import type {Participant} from "./participants.js";
import {keyOf} from "./plan.js";
import type {PreparedLab, PreparedRuntime} from "./prepare-lab.js";
import {progressTogether} from "./progress-together.js";
import {blocksText, runToContinue} from "./resume.js";
import type {SessionOptions, Watcher} from "./session.js";
import {shardNote} from "./shard.js";

/** What all labs of a session share. */
export interface Context {
  readonly options: SessionOptions;
  readonly machine: Machine;
  readonly seed: number;
  /** Forks of the self-check of each runtime, by `Participant.id`; none where it has none. */
  readonly selfChecks: ReadonlyMap<string, readonly Fork[]>;
  readonly watcher: Watcher;
}

/**
 * Measures a lab on all its runtimes: a block of one, then a block of another, in an order that is random in every
 * round. Each keeps its own run, its own budget and its own idea of what is precise.
 *
 * @returns the runs, in the order of the runtimes
 */
export async function measureTogether(lab: PreparedLab, context: Context): Promise<KeptRun[]> {
  const answers = new AnswersAcross();
  const progressOf = progressTogether(lab.on.length, context.watcher.progress);
  const plans = await plansOf(lab, context);
  const running = plans.map((plan, index) => {
    const {participant, compiled} = lab.on[index]!;
    const {id, children} = participant;
    const save = (run: Run) => saveBlocks({...run, selfCheck: [...plan.selfCheck]}, lab.name, context.machine);
    const effects = labEffects(compiled, children, {save, progress: progressOf(id)});
    return measureBlocks(plan, listening(effects, id, answers));
  });
  const runs = await inTurn(running, seededRandom(context.seed));
  const kept: KeptRun[] = [];
  for (const [index, run] of runs.entries()) {
    const {participant} = lab.on[index]!;
    const notes = [
      ...shardNotes(lab.on[index]!, run, context),
      ...run.notes,
      ...selfCheckNotes(participant, context),
      ...answersNotes(lab.on, index, answers)
    ];
    const evidence = await evidenceOn(lab.source, lab.on[index]!, run, context);
    const done = {...run, selfCheck: selfCheckOf(participant, context), notes, ...(evidence && {evidence})};
    kept.push({run: done, file: await keep(done, lab.name, context.machine, context.options.out)});
  }
  if (runs.every(({ending}) => ending !== "interrupted")) await forgetBlocks(lab.name, kept);
  return kept;
}

/** A run that ended before others were interrupted is taken as it is, so that the same command continues. */
async function plansOf(lab: PreparedLab, context: Context): Promise<LabPlan[]> {
  const plans = await Promise.all(lab.on.map((one) => planOf(lab.name, one, context)));
  const continues = plans.some(({from}) => from !== null && !hasEnded(from));
  return plans.map((plan, index) => {
    if (plan.from === null) return plan;
    if (!continues) return {...plan, from: null};
    const on = context.options.runtimes === undefined ? lab.name : `${lab.name} on ${lab.on[index]!.participant.id}`;
    const what = hasEnded(plan.from)
      ? "was finished before the interruption"
      : "continues the run that was interrupted";
    context.watcher.say(`${on}: ${what}, after ${blocksText(plan.from)}`);
    return {...plan, seed: plan.from.seed};
  });
}

async function planOf(
  name: string,
  {participant, compiled, lab, cells}: PreparedRuntime,
  context: Context
): Promise<LabPlan> {
  const {options, machine, seed} = context;
  const {effort, margin, budgetSeconds} = options;
  const plan: LabPlan = {
    name,
    lab,
    hash: compiled.hash,
    cells,
    effort,
    margin,
    runtime: participant.handle,
    seed,
    budgetMs: (budgetSeconds ?? BUDGET_SECONDS[effort]) * 1000,
    strictBudget: budgetSeconds !== undefined,
    from: null,
    selfCheck: selfCheckOf(participant, context)
  };
  return {...plan, from: await runToContinue(plan, machine, options.seed)};
}

function listening(effects: Effects, runtime: string, answers: AnswersAcross): Effects {
  return {
    ...effects,
    async fork(request) {
      const reply = await effects.fork(request);
      answers.add(runtime, request, reply.answer);
      return reply;
    }
  };
}

/** After all blocks: a process that is asked must not run beside one that is timed. */
async function evidenceOn(source: string, {participant, cells}: PreparedRuntime, run: Run, {options}: Context) {
  const {explain, timeoutMs, signal} = options;
  const there = new Set(run.forks.map(keyOf));
  if (explain === undefined || run.ending === "interrupted" || there.size === 0) return null;
  const measured = cells.filter((cell) => there.has(keyOf(cell)));
  return explain(source, {chosen: participant, measured, timeoutMs, signal});
}

function selfCheckOf({id}: Participant, {selfChecks}: Context): Fork[] {
  return [...(selfChecks.get(id) ?? [])];
}

function selfCheckNotes({id, kind}: Participant, {selfChecks}: Context): string[] {
  return selfChecks.has(id) ? [] : [`no self-check: its lab has no twin for ${kind.name}`];
}

function shardNotes({planned}: PreparedRuntime, run: Run, {options}: Context): string[] {
  const {shard} = options.wanted;
  return shard === undefined ? [] : [shardNote(shard, planned, run)];
}

/** Held against the first runtime, which all others are read beside. */
function answersNotes(on: readonly PreparedRuntime[], index: number, answers: AnswersAcross): string[] {
  const [first, own] = [on[0]!, on[index]!];
  return index === 0 ? [] : answers.notes(own.participant.id, first.participant.id, own.lab);
}
