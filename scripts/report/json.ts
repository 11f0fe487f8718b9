import {type Comparison, compareRun, type Scale, type Verdict} from "#lib/estimate.js";
import type {RunEvidence} from "#lib/evidence/evidence.js";
import type {Machine, Result, Run} from "#lib/result.js";
import {selfCheck} from "#lib/self-check.js";
import {type ClaimVerdict, judgeClaims} from "#lib/verdict.js";
import {runtimeText} from "../measure/runtimes/runtime.js";
import {baselinesOf, baselineTimes} from "./baseline-times.js";
import {warningsOf} from "./warnings.js";

type Interval = readonly [low: number, high: number];

/** Where a figure comes from. */
export interface Origin {
  readonly lab: string;
  /** Name and version: "node 24.21.0". */
  readonly runtime: string;
  /** The machine's id. */
  readonly machine: string;
}

/** A variant beside the one it is compared with. Ratios are variant ÷ baseline: above 1 is slower. */
export interface ComparisonJson extends Origin {
  readonly variant: string;
  readonly baseline: string;
  readonly size: number;
  readonly ratio: number;
  readonly interval: Interval;
  readonly verdict: Verdict;
  /** Of the interval, after Holm's procedure over the comparisons of the run. */
  readonly level: number;
  readonly blocks: number;
  /** What the ratio was taken in: steps of the reference chain, or time. */
  readonly scale: Scale;
  readonly variantNs: number;
  readonly baselineNs: number;
  readonly twoModes: boolean;
  /** The groups that the processes of each side fall into; null where it has none. */
  readonly groups: Comparison["groups"];
}

/** What a baseline takes on one runtime: not paired with any other. */
export interface BaselineJson extends Origin {
  readonly baseline: string;
  readonly size: number;
  /** Nanoseconds of an iteration, the median over forks. */
  readonly ns: number;
  readonly forks: number;
}

/** What a run says of a claim of its lab. */
export interface ClaimJson extends Origin {
  readonly that: string;
  readonly verdict: ClaimVerdict["verdict"];
  readonly sentence: string;
  readonly ratio: number | null;
  readonly interval: Interval | null;
  /** Whose processes fall into two groups, of those that the figure is made of. */
  readonly groups: ClaimVerdict["groups"];
}

/** What a session showed of the machine on work whose true ratio is known. */
export interface SelfCheckJson extends Origin {
  readonly identical: {readonly ratio: number; readonly interval: Interval};
  readonly twoPerCentMore: {readonly ratio: number; readonly interval: Interval};
  /** The smallest relative difference that means something: 0.003 is 0.3 %. */
  readonly resolves: number;
  readonly trustworthy: boolean;
}

/** Something that the reader of a run should know. */
export interface NoteJson extends Origin {
  readonly note: string;
}

/** What a runtime reported of what it measured, where it was asked. */
export interface EvidenceJson extends Origin, RunEvidence {}

/** What `lab report --json` and `lab run --json` write. */
export interface ReportJson {
  readonly comparisons: readonly ComparisonJson[];
  readonly baselines: readonly BaselineJson[];
  readonly claims: readonly ClaimJson[];
  readonly selfCheck: readonly SelfCheckJson[];
  readonly notes: readonly NoteJson[];
  readonly evidence: readonly EvidenceJson[];
  /** The machine of all results; null if they come from several. */
  readonly machine: Machine | null;
}

/** Estimates and verdicts of results, for other programs. Texts are as they stand in the results. */
export function reportJson(results: readonly Result[]): ReportJson {
  const runs = results.flatMap(({lab, machine, runs}) =>
    runs.map((run) => ({run, machine, origin: originOf(lab, run, machine)}))
  );
  const machines = new Map(results.map(({machine}) => [machine.id, machine]));
  return {
    comparisons: runs.flatMap(({run, origin}) => comparisonsJson(run, origin)),
    baselines: runs.flatMap(({run, origin}) =>
      baselinesOf(run).flatMap((baseline) =>
        baselineTimes(run, baseline).map((time) => ({...origin, baseline, ...time}))
      )
    ),
    claims: runs.flatMap(({run, origin}) => claimsJson(run, origin)),
    selfCheck: runs.flatMap(({run, origin}) => selfCheckJson(run, origin)),
    notes: runs.flatMap(({run, machine, origin}) => notesJson(run, machine, origin)),
    evidence: runs.flatMap(({run: {evidence}, origin}) => (evidence === undefined ? [] : [{...origin, ...evidence}])),
    machine: machines.size === 1 ? [...machines.values()][0]! : null
  };
}

function originOf(lab: string, {runtime}: Run, machine: Machine): Origin {
  return {lab, runtime: runtimeText(runtime), machine: machine.id};
}

function comparisonsJson(run: Run, origin: Origin): ComparisonJson[] {
  return compareRun(run).map(
    ({variant, baseline, size, verdict, estimate, leading, variantNs, baselineNs, twoModes, groups}) => ({
      ...origin,
      variant,
      baseline,
      size,
      ratio: estimate.ratio,
      interval: estimate.interval,
      verdict,
      level: estimate.level,
      blocks: estimate.blocks,
      scale: leading,
      variantNs,
      baselineNs,
      twoModes,
      groups
    })
  );
}

function claimsJson(run: Run, origin: Origin): ClaimJson[] {
  return judgeClaims(run).map(({claim, verdict, sentence, ratio, interval, groups}) => ({
    ...origin,
    that: claim.that,
    verdict,
    sentence,
    ratio,
    interval,
    groups
  }));
}

function selfCheckJson(run: Run, origin: Origin): SelfCheckJson[] {
  const check = selfCheck(run.selfCheck, run.margin);
  if (check === null) return [];
  const {identical, twoPerCent, resolves, trustworthy} = check;
  const short = ({estimate: {ratio, interval}}: typeof identical) => ({ratio, interval});
  return [{...origin, identical: short(identical), twoPerCentMore: short(twoPerCent), resolves, trustworthy}];
}

function notesJson(run: Run, machine: Machine, origin: Origin): NoteJson[] {
  const warnings = warningsOf(run, machine).map(({text, remedy}) => `${text} (${remedy})`);
  return [...warnings, ...run.notes].map((note) => ({...origin, note}));
}
