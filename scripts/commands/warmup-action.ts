import {randomInt} from "node:crypto";
import {join, resolve} from "node:path";
import {summaryOf} from "#lib/warmup/summary.js";
import type {Warmup} from "#lib/warmup/warmup.js";
import {ReaderError} from "../errors.js";
import {describeMachine} from "../machine.js";
import {Interrupted} from "../measure/ask.js";
import {labName} from "../measure/compile.js";
import {alone} from "../measure/lock.js";
import {sourceOf} from "../measure/prepare-lab.js";
import {chooseRuntimes, thisNode} from "../measure/runtimes/choose.js";
import {shownPath} from "../shown-path.js";
import {labNames, localWarmupFile} from "../store.js";
import {terminal} from "../terminal.js";
import {type WarmOptions, warmLab} from "../warmup/warm-lab.js";
import {keepWarmup, warmupBefore} from "../warmup/warmup-store.js";
import {warmupText} from "../warmup/warmup-text.js";
import {abortOnInterrupt} from "./interrupt.js";
import type {WarmupFlags} from "./warmup.js";

const MOST_EACH = 100_000;
const USUAL_SECONDS = 1;

/** `lab warmup`. @returns the exit code */
export async function warmupCommand(names: readonly string[], flags: WarmupFlags): Promise<number> {
  const core = await labNames();
  const labs = [...new Set(names.flatMap((name) => (name === "all" ? core : [name])))];
  await Promise.all(labs.map(sourceOf));
  if (flags.out?.endsWith(".json") === true && labs.length > 1) {
    throw new ReaderError(`--out takes one lab, got ${labs.length}`, "give a folder: it gets a file for each lab");
  }
  const runtimes = flags.with ? await chooseRuntimes(flags.with, (line) => terminal.tell(line)) : [thisNode()];
  const interrupt = abortOnInterrupt();
  const options: WarmOptions = {
    runtimes,
    tiers: tiersIn(flags),
    wanted: {...(flags.variant && {variants: flags.variant}), ...(flags.size && {sizes: flags.size})},
    processes: flags.processes,
    length: lengthOf(flags),
    seed: flags.seed ?? randomInt(2 ** 32),
    machine: await describeMachine(),
    timeoutMs: flags.timeout * 1000,
    signal: interrupt.signal,
    say: (line) => terminal.tell(line),
    progress: (text) => terminal.progress.show(text)
  };
  try {
    return await alone(() => warmAll(labs, options, flags));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.tell("interrupted before anything was measured");
    return 1;
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

async function warmAll(labs: readonly string[], options: WarmOptions, flags: WarmupFlags): Promise<number> {
  const all: Warmup[] = [];
  for (const lab of labs) {
    const short = await labName(await sourceOf(lab));
    const file = fileFor(short, flags);
    warmupBefore(file, {lab: short, machine: options.machine});
    const warmup = await warmLab(lab, options);
    terminal.progress.end();
    if (warmup === null) continue;
    all.push(warmup);
    if (flags.json === undefined) for (const line of warmupText(warmup, terminal)) terminal.print(line);
    if (options.signal.aborted) terminal.tell("interrupted: what is shown is what there was, and is not kept");
    else {
      await keepWarmup(file, warmup);
      terminal.tell(`kept in ${shownPath(file)}`);
    }
    if (options.signal.aborted) break;
  }
  if (flags.json === true) terminal.printJson(all.map(withSummaries));
  const failed = all.some(({series}) => series.some(({failures}) => failures.length > 0));
  return failed || options.signal.aborted || all.length < labs.length ? 1 : 0;
}

function tiersIn({tiers = ["default"]}: WarmupFlags): WarmOptions["tiers"] {
  return tiers.includes("all") ? null : (tiers as Exclude<(typeof tiers)[number], "all">[]);
}

function lengthOf({calls, seconds, ...flags}: WarmupFlags): WarmOptions["length"] {
  const each = flags.each === true;
  if (each && (calls ?? 0) > MOST_EACH) {
    throw new ReaderError(
      `--each takes at most ${MOST_EACH} calls, got ${calls}`,
      "without --each, points hold several"
    );
  }
  const usual = calls === undefined ? USUAL_SECONDS : Number.POSITIVE_INFINITY;
  const mostNs = Math.min((seconds ?? usual) * 1e9, Number.MAX_SAFE_INTEGER);
  return {mostCalls: calls ?? (each ? MOST_EACH : 1e9), mostNs, each};
}

/** What other programs need not work out themselves. */
function withSummaries({series, ...rest}: Warmup): object {
  return {...rest, series: series.map((one) => ({...one, ...(one.processes.length > 0 && {summary: summaryOf(one)})}))};
}

function fileFor(lab: string, {out}: WarmupFlags): string {
  if (out === undefined) return localWarmupFile(lab);
  return out.endsWith(".json") ? resolve(out) : join(resolve(out), `${lab}.json`);
}
