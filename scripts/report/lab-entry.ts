import type {LabDescription, Result, Run} from "#lib/result.js";

/** A run that is stored, in short. */
export interface StoredRun {
  readonly machine: string;
  /** Name and version: "node 24.21.0". */
  readonly runtime: string;
  readonly started: string;
  readonly ending: Run["ending"];
  readonly blocks: number;
  /** Whether the lab's code has changed since. */
  readonly stale: boolean;
}

/** A lab, and the results that there are of it: what `lab list --json` writes. */
export interface LabEntry extends LabDescription {
  readonly name: string;
  /** The reader's own. */
  readonly local: readonly StoredRun[];
  /** Those that come with the project. */
  readonly reference: readonly StoredRun[];
}

/** A lab as it is now. */
export interface CurrentLab {
  /** Its hash for the name of a runtime; null where it has no twin. */
  readonly hashOn: (runtime: string) => string | null;
  readonly description: LabDescription;
}

/** Puts a lab and its stored results together. */
export function labEntry(
  name: string,
  {hashOn, description}: CurrentLab,
  local: readonly Result[],
  reference: readonly Result[]
): LabEntry {
  return {name, ...description, local: runsOf(name, hashOn, local), reference: runsOf(name, hashOn, reference)};
}

function runsOf(name: string, hashOn: CurrentLab["hashOn"], results: readonly Result[]): StoredRun[] {
  const own = results.filter(({lab}) => lab === name);
  return own.flatMap(({machine, runs}) =>
    runs.map((run) => ({
      machine: machine.id,
      runtime: `${run.runtime.name} ${run.runtime.version}`,
      started: run.started,
      ending: run.ending,
      blocks: new Set(run.forks.map(({block}) => block)).size,
      stale: run.hash !== hashOn(run.runtime.name)
    }))
  );
}
