import type {Machine, Run} from "#lib/result.js";
import {exactRuntimeName, runtimeName} from "#lib/runtime-name.js";
import {tellingFlags} from "#lib/telling-flags.js";

/** A run, and the machine that made it. */
export interface MadeRun {
  readonly machine: Machine;
  readonly run: Run;
}

/** The order in which a reader expects runtimes; others come between the browsers and the other languages. */
const FIRST = ["node", "bun", "deno", "chromium", "edge", "firefox", "safari"];
const LAST = ["python", "jvm"];

/** Numbers in texts by their values: 24.2 before 24.10. */
const {compare} = new Intl.Collator("en", {numeric: true});

/** Machines by their names, then runtimes as a reader expects them, then versions. */
export function byMachineAndRuntime(a: MadeRun, b: MadeRun): number {
  const places = [a, b].map(({run}) => placeOf(run.runtime.name)) as [number, number];
  return (
    compare(a.machine.id, b.machine.id) ||
    places[0] - places[1] ||
    compare(a.run.runtime.name, b.run.runtime.name) ||
    compare(a.run.runtime.version, b.run.runtime.version)
  );
}

/** What a run is told by, whatever lab it measured. */
export function runKey({machine, run: {runtime}}: MadeRun): string {
  return [machine.id, runtime.name, runtime.version].join(" ");
}

/** A number from 1 for each environment, the same for all labs: the runs are those of all of them. */
export function looksIn(made: readonly MadeRun[]): Map<string, number> {
  const keys = [...new Set([...made].sort(byMachineAndRuntime).map(runKey))];
  return new Map(keys.map((key, index) => [key, index + 1]));
}

/**
 * "Node 24" for the runtime of each run; where a machine has two that would be called the same, with the whole
 * version, and where that is the same too, with its flags.
 */
export function runtimeLabels(made: readonly MadeRun[]): string[] {
  const exact = ({run}: MadeRun) => exactRuntimeName(run.runtime);
  const flagged = (one: MadeRun) => [exact(one), ...tellingFlags(one.run.runtime)].join(" ");
  const label = ({run}: MadeRun) => runtimeName(run.runtime);
  return made.map((one) => {
    const nameOf = [label, exact].find((name) => isAlone(one, made, name)) ?? flagged;
    return nameOf(one);
  });
}

function isAlone(one: MadeRun, made: readonly MadeRun[], nameOf: (made: MadeRun) => string): boolean {
  const same = made.filter(({machine, run}) => machine.id === one.machine.id && nameOf({machine, run}) === nameOf(one));
  return same.length === 1;
}

function placeOf(name: string): number {
  if (FIRST.includes(name)) return FIRST.indexOf(name);
  return LAST.includes(name) ? FIRST.length + 1 + LAST.indexOf(name) : FIRST.length;
}
