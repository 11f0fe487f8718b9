import {randomInt} from "node:crypto";
import {existsSync} from "node:fs";
import {relative, resolve} from "node:path";
import process from "node:process";
import type {LabDescription, Machine, Run} from "#lib/result.js";
import {BUDGET_SECONDS, type Effort} from "#lib/settings.js";
import {ReaderError} from "../errors.js";
import {describeMachine} from "../machine.js";
import {labFile, labNames, localFile, partialFile, readResult, removeFile, sameRuntime, saveRun} from "../store.js";
import type {ProgressState} from "../terminal/progress.js";
import type {ChildOptions} from "./ask.js";
import {type CompiledLab, compileChild, compileLab} from "./compile.js";
import {describe} from "./describe.js";
import {labEffects} from "./effects.js";
import {type LabPlan, measureLab} from "./measure-lab.js";
import {type Cell, cellsOf, keyOf, type Wanted} from "./plan.js";
import {nodeRuntime} from "./runtimes/node.js";
import {runSelfCheck} from "./self-check.js";

/** What the reader asked for; everything has a default but the labs. */
export interface SessionOptions {
  /** Names of core labs, or paths of files. */
  readonly labs: readonly string[];
  readonly wanted: Wanted;
  readonly effort: Effort;
  readonly margin: number;
  readonly seed?: number;
  readonly budgetSeconds?: number;
  readonly runtime?: string;
  /** Where the result goes, if not to the reader's own results. */
  readonly out?: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What a session tells while it goes on. */
export interface Watcher {
  progress(state: ProgressState): void;
  /** Called once, when the self-check is over. */
  selfChecked(run: Run["selfCheck"]): void;
  /** A lab is finished, or was interrupted. */
  measured(measured: Measured): void;
  /** A line about what happens. */
  say(line: string): void;
}

/** What a session leaves of one lab. */
export interface Measured {
  readonly name: string;
  readonly run: Run;
  /** Where the result is. */
  readonly file: string;
}

interface Context {
  readonly options: SessionOptions;
  readonly children: ChildOptions & {readonly runtime: Awaited<ReturnType<typeof nodeRuntime>>};
  readonly machine: Machine;
  readonly seed: number;
  readonly watcher: Watcher;
}

interface Ready {
  readonly compiled: CompiledLab;
  readonly lab: LabDescription;
  readonly cells: readonly Cell[];
}

/**
 * Measures labs one after the other, after one self-check for all of them. Every lab is compiled and checked
 * before the first is measured, so that a mistake shows at once.
 *
 * @returns the runs that were made, in order; after an interruption the ones so far
 * @throws ReaderError if a lab does not exist, or is not one
 */
export async function runSession(options: SessionOptions, watcher: Watcher): Promise<Measured[]> {
  const [runtime, child, machine] = await Promise.all([
    nodeRuntime(options.runtime),
    compileChild(),
    describeMachine()
  ]);
  const {timeoutMs, signal} = options;
  const seed = options.seed ?? randomInt(2 ** 32);
  const context: Context = {options, children: {runtime, child, timeoutMs, signal}, machine, seed, watcher};
  const ready: Ready[] = [];
  for (const name of options.labs) ready.push(await prepare(name, context));

  const selfCheck = await runSelfCheck({...context.children, seed, progress: watcher.progress});
  if (signal.aborted) return [];
  watcher.selfChecked(selfCheck);
  const all: Measured[] = [];
  for (const lab of ready) {
    const measured = await measureOne(lab, selfCheck, context);
    watcher.measured(measured);
    all.push(measured);
    if (measured.run.ending === "interrupted") break;
  }
  return all;
}

async function prepare(name: string, {options, children}: Context): Promise<Ready> {
  const core = (await labNames()).includes(name);
  const compiled = await compileLab(core ? labFile(name) : resolve(name));
  const lab = await describe(compiled, children);
  return {compiled, lab, cells: cellsOf(lab, options.wanted)};
}

async function measureOne(
  {compiled, lab, cells}: Ready,
  selfCheck: Run["selfCheck"],
  context: Context
): Promise<Measured> {
  const {options, children, machine, watcher} = context;
  const {name, hash} = compiled;
  const {effort, margin, budgetSeconds} = options;
  const partial = partialFile(name);
  const plan: LabPlan = {
    name,
    lab,
    hash,
    cells,
    effort,
    margin,
    runtime: children.runtime,
    seed: context.seed,
    budgetMs: (budgetSeconds ?? BUDGET_SECONDS[effort]) * 1000,
    strictBudget: budgetSeconds !== undefined,
    from: null
  };
  const from = options.seed === undefined ? await interrupted(plan, partial, machine) : null;
  if (from !== null) watcher.say(`${name}: continues the run that was interrupted, after ${blocksOf(from)} blocks`);
  const save = (run: Run) =>
    saveRun(partial, name, machine, {...run, selfCheck}).catch((error) => cannotSave(error, partial));
  const run = await measureLab(
    {...plan, from, seed: from?.seed ?? plan.seed},
    labEffects(compiled, children, {save, progress: watcher.progress})
  );
  const done = {...run, selfCheck};
  return {name, run: done, file: await keep(done, plan, machine, options.out)};
}

/** A finished run takes its place; an interrupted one only if there is nothing better. @returns the file */
async function keep(run: Run, {name, runtime}: LabPlan, machine: Machine, out: string | undefined): Promise<string> {
  const file = out ?? localFile(name);
  const partial = partialFile(name);
  const before = existsSync(file) ? await readResult(file).catch(() => null) : null;
  const better = before?.runs.some(
    (other) => sameRuntime(other.runtime, runtime) && other.hash === run.hash && other.ending !== "interrupted"
  );
  if (run.ending === "interrupted" && (better === true || run.forks.length === 0)) return partial;
  if (before === null) await removeFile(file);
  await saveRun(file, name, machine, run);
  if (run.ending !== "interrupted") await removeFile(partial);
  return file;
}

/** The run of the same plan that was interrupted before, if there is one that can be read. */
async function interrupted(plan: LabPlan, file: string, machine: Machine): Promise<Run | null> {
  if (!existsSync(file)) return null;
  const result = await readResult(file).catch(() => null);
  const run =
    result?.machine.id === machine.id ? result.runs.find(({runtime}) => sameRuntime(runtime, plan.runtime)) : undefined;
  if (run === undefined || run.hash !== plan.hash || run.effort !== plan.effort || run.margin !== plan.margin)
    return null;
  const measured = new Set(run.forks.map(keyOf));
  const planned = plan.cells.map(keyOf);
  const same = planned.every((key) => measured.has(key)) && measured.size === planned.length;
  return same && run.failures.length === 0 ? run : null;
}

function cannotSave(error: NodeJS.ErrnoException, file: string): never {
  if (error.code === undefined) throw error;
  throw new ReaderError(
    `${relative(process.cwd(), file)}: cannot be written: ${error.message}`,
    ["the blocks before this one are kept there; when the cause is removed, the same command continues"],
    {cause: error}
  );
}

function blocksOf({forks}: Run): number {
  return new Set(forks.map(({block}) => block)).size;
}
