import {compareRun} from "#lib/estimate.js";
import type {GroupsOf} from "#lib/fork-groups.js";
import {groupsOf} from "#lib/paired-figure.js";
import type {Fork, LabDescription, Machine, Run} from "#lib/result.js";
import {median} from "#lib/stats/median.js";
import {formatCount, formatNs, formatPercent} from "#lib/units.js";
import {variantTitle} from "#lib/variant-title.js";

/** Something about a run that weakens it, and what can be done. */
export interface Warning {
  readonly text: string;
  readonly remedy: string;
}

/** A kernel whose iteration takes less than so many empty calls shows the call as much as the work. */
const emptyCalls = 3;
/** A batch of fewer steps of the clock is rounded visibly. */
const clockSteps = 100;
const droppedShare = 0.5;
const slowChain = 3;
const unsteadyShare = 0.25;

/** What a run tells against itself; `run.notes` are not among them. */
export function warningsOf(run: Run, machine: Machine): Warning[] {
  const cells = cellsOf(run);
  return [
    ...failureWarnings(run),
    ...endingWarnings(run),
    ...loadWarnings(run, machine),
    ...droppedWarnings(run),
    ...chainWarnings(run),
    ...unsteadyWarnings(cells),
    ...shortWarnings(cells),
    ...clockWarnings(cells),
    ...modeWarnings(run)
  ];
}

function failureWarnings({lab, failures}: Run): Warning[] {
  const cells = new Map<string, {times: number; reason: string}>();
  for (const {variant, size, reason} of failures) {
    const name = cellName(lab, variant, size);
    const before = cells.get(name);
    cells.set(name, {times: (before?.times ?? 0) + 1, reason: before?.reason ?? reason});
  }
  return [...cells].map(([cell, {times, reason}]) => ({
    text: `${cell} failed ${times === 1 ? "once" : `${times} times`}: ${reason}`,
    remedy: "put it right, then run the lab again"
  }));
}

function endingWarnings({ending}: Run): Warning[] {
  if (ending === "budget") {
    return [{text: "the time was over before every interval was narrow", remedy: "a larger --budget, or --precise"}];
  }
  if (ending !== "interrupted" && ending !== "running") return [];
  return [{text: "the run was interrupted: what is shown is what it had", remedy: "run the lab again"}];
}

function loadWarnings({load}: Run, {cores}: Machine): Warning[] {
  const busy = load.length === 0 ? 0 : median(load);
  if (busy <= cores) return [];
  const text = `other programs wanted the processor: load average ${busy.toFixed(1)} on ${formatCount(cores)} cores`;
  return [{text, remedy: "close them, then run the lab again"}];
}

function droppedWarnings({forks}: Run): Warning[] {
  const dropped = forks.reduce((sum, fork) => sum + fork.dropped, 0);
  const kept = forks.reduce((sum, fork) => sum + fork.samplesNs.length, 0);
  const share = dropped / Math.max(1, dropped + kept);
  if (share <= droppedShare) return [];
  const text = `${formatPercent(share)} of the batches were disturbed by other work and dropped`;
  return [
    {text, remedy: "close other programs; on a virtual machine they may be a neighbour's; `lab doctor` says more"}
  ];
}

/** No processor changes its clock by so much between two processes, but a compiler can leave the chain in slow code. */
function chainWarnings({forks}: Run): Warning[] {
  if (forks.length === 0) return [];
  const steps = forks.map(({referenceNs}) => median(referenceNs));
  const usual = median(steps);
  const slow = steps.filter((step) => step > slowChain * usual).length;
  if (slow === 0) return [];
  const text = `the reference chain was slow in ${slow} of ${forks.length} processes, so their ratios are too low`;
  return [{text, remedy: "run the lab again; if it stays, trust times more than ratios"}];
}

function unsteadyWarnings(cells: Cells): Warning[] {
  const names = namesOf(cells, (forks) => share(forks, ({steady}) => !steady) > unsteadyShare);
  if (names === "") return [];
  return [{text: `not steady when their timing began: ${names}`, remedy: "--precise takes more processes"}];
}

function shortWarnings(cells: Cells): Warning[] {
  const names = namesOf(cells, (forks) => median(forks.map(perEmptyCall)) < emptyCalls);
  if (names === "") return [];
  const text = `less work than ${emptyCalls} empty calls, so that the call shows in the ratio: ${names}`;
  return [{text, remedy: "put a loop into the variant"}];
}

function clockWarnings(cells: Cells): Warning[] {
  const names = namesOf(cells, (forks) => median(forks.map(stepsInBatch)) < clockSteps);
  if (names === "") return [];
  const step = median([...cells.values()].flat().map(({clockStepNs}) => clockStepNs));
  return [{text: `the clock's step of ${formatNs(step)} is coarse for: ${names}`, remedy: "trust larger sizes more"}];
}

function modeWarnings(run: Run): Warning[] {
  const names = compareRun(run)
    .flatMap(groupsOf)
    .map((groups) => groupsName(run.lab, groups));
  if (names.length === 0) return [];
  const text = `processes fall into two groups: ${listed([...new Set(names)])}`;
  return [{text, remedy: "the strip shows both; an interval across them is no typical time"}];
}

function groupsName(lab: LabDescription, {variant, size, faster, slower}: GroupsOf): string {
  const [fast, slow] = [faster, slower].map(({forks, ns}) => `${forks} at ${formatNs(ns)}`);
  return `${cellName(lab, variant, size)} (${fast}, ${slow})`;
}

type Cells = ReadonlyMap<string, readonly Fork[]>;

function cellsOf({lab, forks}: Run): Cells {
  const cells = new Map<string, Fork[]>();
  for (const fork of forks) {
    const name = cellName(lab, fork.variant, fork.size);
    const cell = cells.get(name);
    if (cell === undefined) cells.set(name, [fork]);
    else cell.push(fork);
  }
  return cells;
}

function namesOf(cells: Cells, applies: (forks: readonly Fork[]) => boolean): string {
  return listed([...cells].filter(([, forks]) => applies(forks)).map(([name]) => name));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(", ");
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

/** As the table beside it names it. */
function cellName(lab: LabDescription, variant: string, size: number): string {
  return `${variantTitle(lab, variant)} at ${formatCount(size)}`;
}

function share<T>(items: readonly T[], applies: (item: T) => boolean): number {
  return items.filter(applies).length / items.length;
}

function perEmptyCall({samplesNs, emptyCallNs}: Fork): number {
  return median(samplesNs) / emptyCallNs;
}

function stepsInBatch({samplesNs, iterations, clockStepNs}: Fork): number {
  return (median(samplesNs) * iterations) / clockStepNs;
}
