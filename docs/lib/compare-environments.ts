import type {Interval} from "./claim-figure.js";
import type {ClaimDigest, ComparisonDigest, RunDigest} from "./digest.js";
import {environmentFacts} from "./environment-facts.js";
import {runtimeName} from "./runtime-name.js";
import {tellingFlags} from "./telling-flags.js";

/** A run, and where it came from. */
export interface PlacedRun {
  readonly place: "reference" | "local" | "file";
  /** The name of the file; empty where there is none to name. */
  readonly file: string;
  readonly run: RunDigest;
}

/** One runtime on one machine, with all that it measured: a column of every table. */
export interface ComparedEnvironment {
  readonly place: PlacedRun["place"];
  readonly files: readonly string[];
  /** At most one a lab. */
  readonly runs: readonly RunDigest[];
}

/**
 * Joins runs of the same runtime on the same machine, in the order in which they come. A run that is there twice
 * counts once. Where two files hold different runs of one lab, machines alike cannot be told apart by their facts:
 * each file is then an environment of its own.
 */
export function groupEnvironments(placed: readonly PlacedRun[]): ComparedEnvironment[] {
  return [...groupedBy(withoutCopies(placed), environmentKey).values()].flatMap((alike) => {
    const labs = alike.map(({run}) => run.lab);
    if (new Set(labs).size === labs.length) return [environmentOf(alike)];
    return [...groupedBy(alike, ({file}) => file).values()].map(environmentOf);
  });
}

function withoutCopies(placed: readonly PlacedRun[]): PlacedRun[] {
  const one = ({place, run: {lab, machine, hash, started, runtime}}: PlacedRun) =>
    JSON.stringify([place, lab, machine.id, hash, started, runtime]);
  return [...new Map(placed.map((run) => [one(run), run])).values()];
}

/** Without the memory: a virtual machine may be given more or less of it from one day to the next. */
function environmentKey({place, run: {machine, runtime}}: PlacedRun): string {
  const {memoryBytes: _, ...facts} = machine;
  return JSON.stringify([place, facts, runtime]);
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function environmentOf(alike: readonly PlacedRun[]): ComparedEnvironment {
  const newest = new Map(alike.map(({run}) => [run.lab, run]));
  return {place: alike[0]!.place, files: [...new Set(alike.map(({file}) => file))], runs: [...newest.values()]};
}

/** "Node 24", and its flags if it has any: short enough for the head of a column. */
export function shortName({runs: [run]}: ComparedEnvironment): string {
  return [runtimeName(run!.runtime), ...tellingFlags(run!.runtime)].join(" ");
}

/** One fact about every environment, in their order. */
export interface FactRow {
  readonly name: string;
  readonly values: readonly string[];
  /** Whether each differs from the first. Always false for what differs between any two runs, as the day does. */
  readonly differs: readonly boolean[];
}

/** One fact about an environment. */
export interface EnvironmentFact {
  readonly name: string;
  readonly value: string;
  /** False for what differs between any two runs, as the day does. */
  readonly compared: boolean;
}

/** What is known of an environment: of its runtime and its machine, and of how it was measured. */
export function factsOf({runs}: ComparedEnvironment): EnvironmentFact[] {
  const {machine, runtime} = runs[0]!;
  const each = (of: (run: RunDigest) => string) => [...new Set(runs.map(of))].sort().join(", ");
  const fixed = Object.entries(environmentFacts(machine, runtime));
  return [
    ...fixed.map(([name, value]) => ({name, value, compared: true})),
    {name: "effort", value: each(({effort}) => effort), compared: true},
    {name: "how runs ended", value: each(({ending}) => ending), compared: false},
    {
      name: "load while measuring",
      value: each(({load}) => (load === null ? "not known" : load.toFixed(1))),
      compared: false
    },
    {name: "measured on", value: each(({started}) => started.slice(0, 10)), compared: false}
  ];
}

/** What is known of each environment, and what sets it apart from the first. */
export function factRows(environments: readonly ComparedEnvironment[]): FactRow[] {
  return compareFacts(environments.map(factsOf));
}

/** Facts side by side. What a side does not tell is an empty text, and is not held to differ. */
export function compareFacts(sides: readonly (readonly EnvironmentFact[])[]): FactRow[] {
  const facts = new Map(sides.flat().map((fact) => [fact.name, fact]));
  return [...facts.values()].map(({name, compared}) => {
    const values = sides.map((side) => side.find((fact) => fact.name === name)?.value ?? "");
    const differs = values.map((value) => compared && value !== "" && values[0] !== "" && value !== values[0]);
    return {name, values, differs};
  });
}

/** What every environment says of one thing, in their order; undefined where it says nothing. */
export interface Across<Said> {
  readonly lab: string;
  readonly said: readonly (Said | undefined)[];
}

/** Every claim that any of them has judged, one row each, lab by lab. */
export function claimRows(environments: readonly ComparedEnvironment[]): Across<ClaimDigest>[] {
  return rowsOf(environments, ({claims}) => claims.map((claim) => [claim.id, claim]));
}

/** Every comparison that any of them has made, one row each, lab by lab. */
export function comparisonRows(environments: readonly ComparedEnvironment[]): Across<ComparisonDigest>[] {
  return rowsOf(environments, ({comparisons}) =>
    comparisons.map((one) => [JSON.stringify([one.variant, one.baseline, one.size]), one])
  );
}

function rowsOf<Said>(
  environments: readonly ComparedEnvironment[],
  entriesOf: (run: RunDigest) => [key: string, said: Said][]
): Across<Said>[] {
  const labs = new Map<string, Map<string, (Said | undefined)[]>>();
  for (const [column, {runs}] of environments.entries()) {
    for (const run of runs) {
      const rows = labs.get(run.lab) ?? new Map<string, (Said | undefined)[]>();
      labs.set(run.lab, rows);
      for (const [key, said] of entriesOf(run)) {
        const row = rows.get(key) ?? environments.map(() => undefined);
        row[column] = said;
        rows.set(key, row);
      }
    }
  }
  return [...labs].flatMap(([lab, rows]) => [...rows.values()].map((said) => ({lab, said})));
}

/**
 * The claims of which some environment says something else than the first does, on the strength of a figure: those
 * that hold here and fail there come first, then those on which most differ.
 */
export function verdictDifferences(rows: readonly Across<ClaimDigest>[]): Across<ClaimDigest>[] {
  const weighed = rows.map((row) => ({row, weight: weightOf(row.said)})).filter(({weight}) => weight > 0);
  return weighed.sort((a, b) => b.weight - a.weight).map(({row}) => row);
}

function weightOf([base, ...others]: readonly (ClaimDigest | undefined)[]): number {
  if (base?.value == null) return 0;
  const differing = others.filter((one) => one?.value != null && one.verdict !== base.verdict);
  const opposite = differing.filter((one) => one?.verdict !== "undecided" && base.verdict !== "undecided");
  return opposite.length * 1000 + differing.length;
}

/** Whether two intervals have no value in common: then the two differ, whatever their verdicts are. */
export function apart([low, high]: Interval, [otherLow, otherHigh]: Interval): boolean {
  return high < otherLow || low > otherHigh;
}
