import {forkValue, leadingScale, type Scale} from "./estimate.js";
import {type Benchmark, benchmarkTitle, type Imported} from "./imported.js";
import {kindOf} from "./kind-of.js";
import {comparedValues} from "./process-value.js";
import type {Fork, Machine, Run} from "./result.js";
import {MIN_BLOCKS, pairedRatio} from "./stats/paired-ratio.js";
import {MIN_UNPAIRED, type UnpairedEstimate, unpairedRatio} from "./stats/unpaired-ratio.js";
import {meaningOf} from "./unit-meaning.js";
import {formatNs, formatQuantity} from "./units.js";

/** One thing that one side has measured. */
export interface Measured {
  /** The same on all sides for what is the same, whichever way a tool joins the parts of a name. */
  readonly key: string;
  readonly title: string;
  /** Costs of the same base can be compared: see `meaningOf`. */
  readonly base: string;
  /** One cost a process; a sample of the only process where there is no more than one. */
  readonly values: readonly number[];
  /** The same in steps of the reference chain, where they lead; null elsewhere. */
  readonly steps: readonly number[] | null;
  /** Which values belong together: those of a block, whose data come from this seed. Null where there are no blocks. */
  readonly blocks: {readonly of: number; readonly numbers: readonly number[]} | null;
  /** Runtime and machine: only within one of them do steps of the chain mean the same. */
  readonly place: string | null;
  /** Whether the values are samples of one process: then they may agree better than two processes would. */
  readonly oneProcess: boolean;
  readonly format: (cost: number) => string;
}

/** How a ratio between two sides was made. */
export type Method = "paired" | "unpaired";

/** How many times as long the one takes as the other. */
export interface MeasuredRatio extends UnpairedEstimate {
  readonly method: Method;
  readonly scale: Scale;
  /** Pairs, or values of the smaller side. */
  readonly values: number;
}

/** All that a run of ours measured: each variant at each size. */
export function measuredInRun(lab: string, machine: Machine, run: Run): Measured[] {
  const {memoryBytes: _, ...facts} = machine;
  const place = JSON.stringify([facts, run.runtime]);
  return run.lab.variants.flatMap(({name, title, sizes}) =>
    sizes.flatMap((size) => {
      const forks = run.forks.filter((fork) => fork.variant === name && fork.size === size);
      if (forks.length === 0) return [];
      const named = {
        key: keyOf(`${lab} ${name} size ${size}`),
        title: `${title} at ${formatQuantity(size, run.lab.unit)}`
      };
      return [{...named, place, ...valuesOf(forks, run)}];
    })
  );
}

function valuesOf(forks: readonly Fork[], {lab, seed}: Run) {
  const kind = kindOf(lab, forks[0]!.variant);
  const led = leadingScale(kind) === "reference";
  return {
    base: "ns",
    values: forks.map((fork) => forkValue(fork, kind, "time")),
    steps: led ? forks.map((fork) => forkValue(fork, kind, "reference")) : null,
    blocks: {of: seed, numbers: forks.map(({block}) => block)},
    oneProcess: false,
    format: formatNs
  };
}

/** The main figures of what another tool measured. */
export function measuredInImport({benchmarks}: Imported): Measured[] {
  return benchmarks.filter(({metric}) => metric === null).map(measuredInBenchmark);
}

/** One figure that another tool measured. */
export function measuredInBenchmark(benchmark: Benchmark): Measured {
  const {unit, processes} = benchmark;
  const title = benchmarkTitle(benchmark);
  const meaning = meaningOf(unit);
  const oneProcess = processes.length === 1;
  const values = comparedValues(benchmark);
  const format = meaning.base === "ns" ? formatNs : (cost: number) => meaning.format(meaning.cost(cost));
  return {
    ...{key: keyOf(title), title, base: meaning.base, oneProcess, format},
    ...{values: values.map(meaning.cost), steps: null, blocks: null, place: null}
  };
}

function keyOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[\s/.:=_-]+/g, " ")
    .trim();
}

/**
 * Compares what two sides have measured of one thing. Where at least 5 blocks had the same data on both sides, their
 * values are paired; else the two are independent samples. In steps of the reference chain where both come from the
 * same runtime on the same machine, in time elsewhere.
 *
 * @returns in words why there is no ratio, if there is none
 */
export function measuredRatio(ours: Measured, theirs: Measured, level = 0.95): MeasuredRatio | string {
  if (ours.base !== theirs.base) return `one is counted in ${theirs.base}, the other in ${ours.base}`;
  const inSteps = ours.steps !== null && theirs.steps !== null && ours.place === theirs.place;
  const scale: Scale = inSteps ? "reference" : "time";
  const [a, b] = inSteps ? [ours.steps!, theirs.steps!] : [ours.values, theirs.values];
  if ([...a, ...b].some((value) => !(value > 0 && value < Infinity))) return "a value is not above 0";
  const pairs = pairsOf(ours, theirs);
  if (pairs.length >= MIN_BLOCKS) {
    const side = (values: readonly number[], at: 0 | 1) => pairs.map((pair) => values[pair[at]]!);
    const {blocks, ...estimate} = pairedRatio(side(a, 0), side(b, 1), level);
    return {...estimate, method: "paired", scale, values: blocks};
  }
  const fewest = Math.min(a.length, b.length);
  const what = ours.oneProcess || theirs.oneProcess ? "samples" : "processes";
  if (fewest < MIN_UNPAIRED) return `an interval needs ${MIN_UNPAIRED} ${what} a side, one has ${fewest}`;
  return {...unpairedRatio(a, b, level), method: "unpaired", scale, values: fewest};
}

/** Places of the values whose blocks had the same data. */
function pairsOf({blocks: ours}: Measured, {blocks: theirs}: Measured): [number, number][] {
  if (ours === null || theirs === null || ours.of !== theirs.of) return [];
  const places = new Map(theirs.numbers.map((block, index) => [block, index]));
  return ours.numbers.flatMap((block, index): [number, number][] => {
    const place = places.get(block);
    return place === undefined ? [] : [[index, place]];
  });
}
