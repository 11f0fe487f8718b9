import {randomInt} from "node:crypto";
import {existsSync} from "node:fs";
import {relative, resolve} from "node:path";
import process from "node:process";
import {closest} from "fastest-levenshtein";
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
import {checkOut, makeWay} from "./places.js";
import {type Cell, cellsOf, type Wanted} from "./plan.js";
import {blocksText, runToContinue} from "./resume.js";
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
  readonly machine: Machine;
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
  for (const name of options.labs) ready.push(await prepare(name, context, ready));

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

async function prepare(name: string, {options, children, watcher}: Context, others: readonly Ready[]): Promise<Ready> {
  const compiled = await compileLab(await sourceOf(name));
  const lab = await describe(compiled, children);
  const cells = cellsOf(lab, options.wanted);
  const twin = others.find((other) => other.compiled.name === compiled.name);
  if (twin !== undefined) {
    const files = [twin.compiled, compiled].map(({source}) => relative(process.cwd(), source));
    throw new ReaderError(`${files.join(" and ")} are both named ${compiled.name}`, "run them one by one, with --out");
  }
  await makeWay(partialFile(compiled.name), watcher.say);
  if (options.out === undefined) await makeWay(localFile(compiled.name), watcher.say);
  else await checkOut(options.out, compiled.name);
  return {compiled, lab, cells};
}

/** The file of a core lab, or the file that was named. */
async function sourceOf(name: string): Promise<string> {
  const core = await labNames();
  if (core.includes(name)) return labFile(name);
  if (existsSync(name) || /[./\\]/.test(name)) return resolve(name);
  throw new ReaderError(
    `no lab and no file ${name}`,
    `did you mean ${closest(name, core)}? there are: ${core.join(", ")}`
  );
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
    from: null,
    selfCheck
  };
  const from = await runToContinue(plan, machine, options.seed);
  if (from !== null) watcher.say(`${name}: continues the run that was interrupted, after ${blocksText(from)}`);
  const save = (run: Run) =>
    saveRun(partial, name, machine, {...run, selfCheck}).catch((error) => tellWhatIsKept(error, partial));
  const run = await measureLab(
    {...plan, from, seed: from?.seed ?? plan.seed},
    labEffects(compiled, children, {save, progress: watcher.progress})
  );
  const done = {...run, selfCheck};
  const file = await keep(done, plan, machine, options.out).catch((error) => tellWhatIsKept(error, partial));
  return {name, machine, run: done, file};
}

/** A finished run takes its place; one that was cut short or failed only if there is nothing better. @returns the file */
async function keep(run: Run, {name, runtime}: LabPlan, machine: Machine, out: string | undefined): Promise<string> {
  const file = out ?? localFile(name);
  const partial = partialFile(name);
  const poor = ({ending, forks}: Run) => ending === "interrupted" || ending === "failed" || forks.length === 0;
  const before = existsSync(file) ? await readResult(file) : null;
  const better = before?.runs.some(
    (other) => sameRuntime(other.runtime, runtime) && other.hash === run.hash && !poor(other)
  );
  if (poor(run) && better === true) return partial;
  if (run.ending === "interrupted" && run.forks.length === 0) return partial;
  await saveRun(file, name, machine, run);
  if (run.ending !== "interrupted") await removeFile(partial);
  return file;
}

/** Adds to an error of writing what is not lost by it. */
function tellWhatIsKept(error: unknown, partial: string): never {
  if (!(error instanceof ReaderError) || !existsSync(partial)) throw error;
  const kept = `what was saved before is in ${relative(process.cwd(), partial)}; then the same command continues`;
  throw new ReaderError(error.message, [...error.hint, kept], {cause: error});
}
