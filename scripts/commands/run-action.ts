import {resolve} from "node:path";
import {FORMAT, type Result} from "#lib/result.js";
import type {Effort} from "#lib/settings.js";
import {ReaderError} from "../errors.js";
import {Interrupted} from "../measure/ask.js";
import type {KeptRun} from "../measure/keep-run.js";
import {alone} from "../measure/lock.js";
import {sourceOf} from "../measure/prepare-lab.js";
import {blocksText} from "../measure/resume.js";
import {chooseRuntimes, runtimeAt} from "../measure/runtimes/choose.js";
import {runtimeText} from "../measure/runtimes/runtime.js";
import {type Measured, runSession, type SessionOptions} from "../measure/session.js";
import {shownPath} from "../shown-path.js";
import {labNames} from "../store.js";
import {terminal} from "../terminal.js";
import {abortOnInterrupt} from "./interrupt.js";
import type {RunFlags} from "./run.js";

/** `lab run`. @returns the exit code */
export async function runCommand(names: readonly string[], flags: RunFlags): Promise<number> {
  const labs = await expand(names);
  if (flags.out !== undefined && labs.length > 1) {
    throw new ReaderError(
      `--out takes one lab, got ${labs.length}`,
      "run them one by one, or without --out: each goes to data/local/"
    );
  }
  if (flags.shard !== undefined && flags.seed === undefined) {
    throw new ReaderError(
      "--shard needs --seed",
      "the same number for all parts: their blocks must have the same data"
    );
  }
  const effort: Effort = flags.quick ? "quick" : flags.precise ? "precise" : "standard";
  const narrowed = flags.variant !== undefined || flags.size !== undefined;
  const outcome = await measureAndReport(
    {
      labs,
      effort,
      wanted: {
        ...(flags.variant && {variants: flags.variant}),
        ...(flags.size && {sizes: flags.size}),
        claimsOnly: effort === "quick" && !narrowed,
        ...(flags.shard && {shard: flags.shard})
      },
      margin: flags.margin,
      ...(flags.seed !== undefined && {seed: flags.seed}),
      ...(flags.budget !== undefined && {budgetSeconds: flags.budget}),
      ...(await runtimesOf(flags)),
      ...(flags.out !== undefined && {out: resolve(flags.out)}),
      ...(flags.explain && {explain: await explainer()}),
      timeoutMs: flags.timeout * 1000
    },
    flags.json === true
  );
  return outcome === "measured" ? 0 : 1;
}

async function explainer() {
  const {explainRun} = await import("../evidence/explain-run.js");
  return explainRun(
    (line) => terminal.tell(line),
    (text) => (text === null ? terminal.progress.end() : terminal.progress.show(text))
  );
}

/** How a session ended: all measured, something failed, or the reader stopped it. */
export type Outcome = "measured" | "failed" | "interrupted";

/** Runs a session and prints what came of it: each lab when it is finished, and as JSON all of them at the end. */
export async function measureAndReport(options: Omit<SessionOptions, "signal">, json: boolean): Promise<Outcome> {
  const several = (options.runtimes?.length ?? 1) > 1;
  const interrupt = abortOnInterrupt();
  const reports = await import("../report/report.js");
  try {
    const measured = await alone(() =>
      runSession(
        {...options, signal: interrupt.signal},
        {
          progress: (state) => terminal.progress.update(state),
          say: (line) => terminal.tell(line),
          selfChecked: (forks, runtime) =>
            terminal.tell(`${several ? `${runtime}: ` : ""}${reports.selfCheckLine(forks)}`),
          measured(lab) {
            terminal.progress.end();
            terminal.tell();
            if (!json) reports.printReport(resultOf(lab));
            for (const line of whereKept(lab)) terminal.tell(line);
          }
        }
      )
    );
    if (json) terminal.printJson(reports.reportJson(measured.map(resultOf)));
    if (measured.length === 0) terminal.tell("interrupted before anything was measured");
    if (interrupt.signal.aborted) return "interrupted";
    return measured.length > 0 && measured.every(succeeded) ? "measured" : "failed";
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.tell("interrupted before anything was measured");
    return "interrupted";
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

/** Nothing is changed where no runtime is named: then it is the Node.js that runs this. */
async function runtimesOf({with: names, runtime}: RunFlags): Promise<Pick<SessionOptions, "runtimes">> {
  if (names !== undefined) return {runtimes: await chooseRuntimes(names, (line) => terminal.tell(line))};
  return runtime === undefined ? {} : {runtimes: [await runtimeAt(runtime)]};
}

function resultOf({name: lab, machine, runs}: Measured): Result {
  return {format: FORMAT, lab, machine, runs: runs.map(({run}) => run)};
}

function succeeded({runs}: Measured): boolean {
  return runs.every(({run: {failures, ending, forks}}) => {
    return forks.length > 0 && failures.length === 0 && ending !== "interrupted" && ending !== "failed";
  });
}

/** One line for all runs of which the same is to be said. */
function whereKept({runs}: Measured): string[] {
  const lines = runs.map(keptLine);
  if (new Set(lines).size === 1) return lines.slice(0, 1);
  return lines.map((line, index) => `${runtimeText(runs[index]!.run.runtime)}: ${line}`);
}

function keptLine({run, file}: KeptRun): string {
  const place = shownPath(file);
  const nothing = run.forks.length === 0;
  if (nothing && run.ending === "interrupted") return "interrupted before anything was measured";
  if (nothing && run.ending === "budget") return "nothing was measured: the budget is too small for one process";
  if (run.ending !== "interrupted") return `kept in ${place}`;
  return `interrupted: ${blocksText(run)} kept in ${place}; the same command continues`;
}

/** The labs that are meant: a mistake in a name shows at once, even while another run measures. */
async function expand(names: readonly string[]): Promise<string[]> {
  const core = await labNames();
  const labs = [...new Set(names.flatMap((name) => (name === "all" ? core : [name])))];
  await Promise.all(labs.map(sourceOf));
  return labs;
}
