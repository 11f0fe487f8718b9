import {
  type Across,
  type ComparedEnvironment,
  claimRows,
  compareFacts,
  comparisonRows,
  type EnvironmentFact,
  type FactRow,
  factsOf,
  verdictDifferences
} from "./compare-environments.js";
import {type Measured, type MeasuredRatio, measuredInImport, measuredInRun, measuredRatio} from "./compare-measured.js";
import {type ClaimDigest, type ComparisonDigest, digestRun, type RunDigest} from "./digest.js";
import {readVerdict, type Verdict} from "./estimate.js";
import type {Imported} from "./imported.js";
import type {Machine, Run} from "./result.js";
import {median} from "./stats/median.js";

/** One side of a comparison: of each lab at most one run. */
export interface Side {
  /** As the reader named it. */
  readonly name: string;
  readonly runs: readonly {readonly lab: string; readonly machine: Machine; readonly run: Run}[];
  readonly imported: readonly Imported[];
}

/** What two sides have measured of one thing. */
export interface RatioRow {
  readonly title: string;
  /** Medians over processes: nanoseconds where the base is "ns". */
  readonly firstCost: number;
  readonly cost: number;
  readonly base: string;
  /** Costs as text: of the first side, and of this one, which may have counted something else. */
  readonly formatFirst: (cost: number) => string;
  readonly format: (cost: number) => string;
  /** In words why there is none, if there is none. */
  readonly ratio: MeasuredRatio | string;
  readonly verdict: Verdict | null;
  /** Whether a side has no more than one process: then the interval knows nothing of differences between them. */
  readonly oneProcess: boolean;
}

/** A side beside the first one. */
export interface RatioTable {
  readonly name: string;
  readonly rows: readonly RatioRow[];
  /** Titles of what only one of the two has measured. */
  readonly onlyFirst: readonly string[];
  readonly onlyThis: readonly string[];
}

/** All that can be said of sides beside each other. */
export interface SidesCompared {
  readonly names: readonly string[];
  readonly facts: readonly FactRow[];
  /** Claims and comparisons whose verdict is not the same on all sides, in the order of `names`. */
  readonly claims: readonly Across<ClaimDigest>[];
  readonly comparisons: readonly Across<ComparisonDigest>[];
  readonly tables: readonly RatioTable[];
  /** Of each interval: all of them together hold 95 times in 100. */
  readonly level: number;
}

/**
 * Compares sides with the first of them. Intervals are widened for their number (Bonferroni), so that the promise of
 * 95 % is kept for all of them at once, whatever they are held against.
 *
 * @param margin the difference too small to matter: 0.01 is one per cent
 */
export function compareSides(sides: readonly Side[], margin: number): SidesCompared {
  const environments = sides.map(environmentOf);
  const [first, ...others] = sides.map(measuredOf);
  const count = others.flatMap((other) => ratiosOf(first!, other, 0.95)).filter((row) => typeof row.ratio !== "string");
  const level = 1 - 0.05 / Math.max(1, count.length);
  return {
    names: sides.map(({name}) => name),
    facts: compareFacts(sides.map((side, index) => columnFacts(side, environments[index]!))),
    claims: verdictDifferences(claimRows(environments)),
    comparisons: comparisonRows(environments).filter(({said: [base, ...rest]}) =>
      rest.some((one) => base !== undefined && one !== undefined && one.verdict !== base.verdict)
    ),
    tables: others.map((other, index) => ({
      name: sides[index + 1]!.name,
      rows: ratiosOf(first!, other, level).map((row) => ({...row, verdict: verdictOf(row.ratio, margin)})),
      onlyFirst: titlesWithout(first!, other),
      onlyThis: titlesWithout(other, first!)
    })),
    level
  };
}

function environmentOf({name, runs}: Side): ComparedEnvironment {
  return {place: "file", files: [name], runs: runs.map(({lab, machine, run}) => digestRun(lab, machine, run))};
}

type ByKey = ReadonlyMap<string, Measured>;

function measuredOf({runs, imported}: Side): ByKey {
  const all = [
    ...runs.flatMap(({lab, machine, run}) => measuredInRun(lab, machine, run)),
    ...imported.flatMap(measuredInImport)
  ];
  const byKey = new Map<string, Measured>();
  for (const measured of all) {
    let key = measured.key;
    for (let again = 2; byKey.has(key); again++) key = `${measured.key} ${again}`;
    byKey.set(key, {...measured, key});
  }
  return byKey;
}

function titlesWithout(side: ByKey, other: ByKey): string[] {
  return [...side.values()].filter(({key}) => !other.has(key)).map(({title}) => title);
}

function ratiosOf(first: ByKey, other: ByKey, level: number): RatioRow[] {
  return [...first.values()].flatMap((theirs): RatioRow[] => {
    const ours = other.get(theirs.key);
    if (ours === undefined) return [];
    const {title, base} = theirs;
    const formats = {formatFirst: theirs.format, format: ours.format};
    const oneProcess = ours.oneProcess || theirs.oneProcess;
    const costs = {firstCost: median(theirs.values), cost: median(ours.values)};
    return [{title, base, ...formats, oneProcess, ...costs, ratio: measuredRatio(ours, theirs, level), verdict: null}];
  });
}

function verdictOf(ratio: MeasuredRatio | string, margin: number): Verdict | null {
  return typeof ratio === "string" ? null : readVerdict(ratio.interval, margin);
}

/** Of runs that differ in a fact, all that there is; then the code of each lab, and what other tools tell. */
function columnFacts({imported}: Side, {runs, place, files}: ComparedEnvironment): EnvironmentFact[] {
  const told = [
    ...runs.flatMap((run) => factsOf({place, files, runs: [run]})),
    ...runs.map(codeOf),
    ...imported.flatMap(importedFacts)
  ];
  const joined = new Map<string, EnvironmentFact>();
  for (const fact of told) {
    const before = joined.get(fact.name);
    const values = new Set([...(before?.value.split(" | ") ?? []), fact.value]);
    joined.set(fact.name, {...fact, value: [...values].sort().join(" | ")});
  }
  return [...joined.values()];
}

function codeOf({lab, hash}: RunDigest): EnvironmentFact {
  return {name: `code of ${lab}`, value: hash.slice(0, 12), compared: true};
}

function importedFacts({from, facts}: Imported): EnvironmentFact[] {
  const about = Object.entries(facts).map(([name, value]) => ({name, value, compared: name !== "measured on"}));
  return [{name: "measured with", value: from.tool, compared: true}, ...about];
}
