import {randomInt} from "node:crypto";
import type {RunEvidence} from "#lib/evidence/evidence.js";
import type {Fork, Machine} from "#lib/result.js";
import type {Effort} from "#lib/settings.js";
import {ReaderError} from "../errors.js";
import {describeMachine} from "../machine.js";
import {shownPath} from "../shown-path.js";
import {localFile, partialFile} from "../store.js";
import type {ProgressState} from "../terminal/progress.js";
import type {KeptRun} from "./keep-run.js";
import {measureTogether} from "./measure-together.js";
import {type Participant, participantsOf, selfCheckOn} from "./participants.js";
import {checkOut, makeWay} from "./places.js";
import type {Cell, Wanted} from "./plan.js";
import {type PreparedLab, prepareLab} from "./prepare-lab.js";
import {thisNode} from "./runtimes/choose.js";
import type {Chosen} from "./runtimes/find-runtimes.js";
import {shardText} from "./shard.js";

/** What the reader asked for; everything has a default but the labs. */
export interface SessionOptions {
  /** Names of core labs, or paths of files. */
  readonly labs: readonly string[];
  readonly wanted: Wanted;
  readonly effort: Effort;
  readonly margin: number;
  readonly seed?: number;
  /** For each lab on each runtime. */
  readonly budgetSeconds?: number;
  /** The Node.js that runs this, if left out. */
  readonly runtimes?: readonly Chosen[];
  /** Where the result goes, if not to the reader's own results. */
  readonly out?: string;
  /** Asks the runtime about what it has measured; nobody is asked, if left out. */
  readonly explain?: ExplainRun;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Gathers evidence about what one runtime has measured of a lab. @returns null if it tells nothing */
export type ExplainRun = (
  source: string,
  about: {
    readonly chosen: Chosen;
    readonly measured: readonly Cell[];
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  }
) => Promise<RunEvidence | null>;

/** What a session tells while it goes on. */
export interface Watcher {
  progress(state: ProgressState): void;
  /** Called once for each runtime that has one, when its self-check is over. @param runtime "node 24.21.0" */
  selfChecked(forks: readonly Fork[], runtime: string): void;
  /** A lab is finished on all runtimes, or was interrupted. */
  measured(measured: Measured): void;
  /** A line about what happens. */
  say(line: string): void;
}

/** What a session leaves of one lab. */
export interface Measured {
  readonly name: string;
  readonly machine: Machine;
  /** One a runtime. */
  readonly runs: readonly KeptRun[];
}

/**
 * Measures labs one after the other, each on all runtimes in turn, after a self-check of each runtime. Every lab is
 * compiled and checked before the first is measured, so that a mistake shows at once.
 *
 * @returns what was measured, in order; after an interruption what there is so far
 * @throws ReaderError if a lab does not exist, is not one, or runs on none of the runtimes
 */
export async function runSession(options: SessionOptions, watcher: Watcher): Promise<Measured[]> {
  const [participants, machine] = await Promise.all([
    participantsOf(options.runtimes ?? [thisNode()], options, watcher.say),
    describeMachine()
  ]);
  const seed = options.seed ?? randomInt(2 ** 32);
  const labs = await prepareAll(options, participants, watcher);
  const selfChecks = await checkAll(participants, seed, watcher);
  if (options.signal.aborted) return [];
  const all: Measured[] = [];
  for (const lab of labs) {
    const runs = await measureTogether(lab, {options, machine, seed, selfChecks, watcher});
    const measured = {name: lab.name, machine, runs};
    watcher.measured(measured);
    all.push(measured);
    if (options.signal.aborted || runs.some(({run}) => run.ending === "interrupted")) break;
  }
  return all;
}

async function prepareAll(
  {labs, wanted, out}: SessionOptions,
  participants: readonly Participant[],
  {say}: Watcher
): Promise<PreparedLab[]> {
  const ready: PreparedLab[] = [];
  for (const name of labs) {
    const lab = await prepareLab(name, wanted, participants, say);
    if (lab.on.length === 0) continue;
    refuseTwins([...ready, lab]);
    await makeWay(partialFile(lab.name), say);
    if (out === undefined) await makeWay(localFile(lab.name), say);
    else await checkOut(out, lab.name);
    ready.push(lab);
  }
  if (ready.length > 0) return ready;
  if (wanted.shard !== undefined) {
    throw new ReaderError(`shard ${shardText(wanted.shard)} has nothing to measure`, "take fewer shards");
  }
  throw new ReaderError("there is nothing to measure: no lab runs on these runtimes", "`lab run --with node` does");
}

/** Results are kept by the names of labs. */
function refuseTwins(labs: readonly PreparedLab[]): void {
  const last = labs.at(-1)!;
  const twin = labs.find((lab) => lab.name === last.name)!;
  if (twin === last) return;
  const files = [twin, last].map(({source}) => shownPath(source));
  throw new ReaderError(`${files.join(" and ")} are both named ${last.name}`, "run them one by one, with --out");
}

async function checkAll(
  participants: readonly Participant[],
  seed: number,
  {progress, say, selfChecked}: Watcher
): Promise<Map<string, readonly Fork[]>> {
  const checks = new Map<string, readonly Fork[]>();
  for (const participant of participants) {
    const {id, children} = participant;
    const forks = await selfCheckOn(participant, seed, progress);
    if (children.signal.aborted) break;
    if (forks === null) say(`${id}: no self-check, for its lab has no twin there`);
    else {
      checks.set(id, forks);
      selfChecked(forks, id);
    }
  }
  return checks;
}
