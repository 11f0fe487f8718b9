import type {LabDescription} from "#lib/result.js";
import {MeasurementError, ReaderError} from "../../errors.js";
import {ForkError, Interrupted} from "../../measure/ask.js";
import {type Participant, participantsOf} from "../../measure/participants.js";
import type {Cell} from "../../measure/plan.js";
import {type PreparedRuntime, prepareLab} from "../../measure/prepare-lab.js";
import {chooseRuntimes, runtimeAt, thisNode} from "../../measure/runtimes/choose.js";
import type {Chosen} from "../../measure/runtimes/find-runtimes.js";
import {allocText} from "../../profile/alloc/alloc-text.js";
import {compileAllocation} from "../../profile/alloc/compile-allocation.js";
import {type Allocation, countAllocation} from "../../profile/alloc/count-allocation.js";
import {terminal} from "../../terminal.js";
import {abortOnInterrupt} from "../interrupt.js";
import type {AllocFlags} from "./alloc.js";

/** What one Node counted. */
interface CountedOn {
  readonly participant: Participant;
  readonly lab: LabDescription;
  readonly allocations: readonly Allocation[];
}

/** `lab profile alloc`. @returns the exit code */
export async function allocCommand(name: string, flags: AllocFlags): Promise<number> {
  const say = (line: string) => terminal.tell(line);
  const nodes = await nodesOf(flags, say);
  const interrupt = abortOnInterrupt();
  const failures: string[] = [];
  try {
    const participants = await participantsOf(nodes, {timeoutMs: flags.timeout * 1000, signal: interrupt.signal}, say);
    const wanted = {...(flags.variant && {variants: flags.variant}), ...(flags.size && {sizes: flags.size})};
    const prepared = await prepareLab(name, wanted, participants, say);
    const program = await compileAllocation(prepared.source);
    const counted: CountedOn[] = [];
    for (const one of prepared.on) {
      const on = await countOn(one, program, failures);
      counted.push(on);
      if (flags.json !== true) tell(on, prepared.on.length > 1 || flags.runtime !== undefined);
    }
    if (flags.json === true) terminal.printJson({lab: prepared.name, runtimes: counted.map(jsonOf), failures});
    else for (const failure of failures) terminal.tell(failure);
    if (counted.every(({allocations}) => allocations.length === 0))
      throw new MeasurementError(`${prepared.name}: nothing was counted`, failures);
    return failures.length === 0 ? 0 : 1;
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

/** @throws ReaderError for a runtime that is no Node: the others do not tell what their collectors free */
async function nodesOf({with: named, runtime}: AllocFlags, say: (line: string) => void): Promise<readonly Chosen[]> {
  const chosen =
    named !== undefined
      ? await chooseRuntimes(named, say)
      : [runtime === undefined ? thisNode() : await runtimeAt(runtime)];
  const other = chosen.find(({kind}) => kind.name !== "node");
  if (other === undefined) return chosen;
  throw new ReaderError(`lab profile alloc: expected Node.js, got ${other.kind.name}`, [
    "no other runtime tells what its collections freed"
  ]);
}

async function countOn(
  {participant, lab, cells}: PreparedRuntime,
  program: string,
  failures: string[]
): Promise<CountedOn> {
  const allocations: Allocation[] = [];
  for (const [index, cell] of cells.entries()) {
    terminal.progress.show(`${participant.id}: ${cellText(cell)}, ${index + 1} of ${cells.length}`);
    try {
      allocations.push(await countAllocation(program, cell, participant.children));
    } catch (error) {
      if (error instanceof Interrupted) {
        failures.push(`${participant.id}: stopped by Ctrl-C`);
        break;
      }
      if (!(error instanceof ForkError)) throw error;
      failures.push(`${participant.id}: ${cellText(cell)} ${error.message}`);
    }
  }
  terminal.progress.end();
  return {participant, lab, allocations};
}

function cellText({variant, size}: Cell): string {
  return `${variant} at ${size}`;
}

function tell({participant, lab, allocations}: CountedOn, named: boolean): void {
  if (allocations.length === 0) return;
  if (named) terminal.print(participant.id);
  for (const line of allocText(allocations, lab, terminal.columns)) terminal.print(line);
}

function jsonOf({participant, lab, allocations}: CountedOn): object {
  const {name, version, engine} = participant.handle;
  return {runtime: {name, version, engine}, unit: lab.unit, allocations};
}
