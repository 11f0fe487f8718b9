import {claimAnchor} from "./claim-anchor.js";
import {type Interval, type Measure, measureOf} from "./claim-figure.js";
import {type Baselines, comparedWith} from "./compared-with.js";
import {type Comparison, compareRun, type Verdict} from "./estimate.js";
import type {LabDescription, Machine, Run, Runtime} from "./result.js";
import {median} from "./stats/median.js";
import {type ClaimVerdict, judgeClaim, type RunClaim} from "./verdict.js";

/** What a run says of one claim. */
export interface ClaimDigest {
  /** See `claimAnchor`. */
  readonly id: string;
  readonly that: string;
  readonly source: RunClaim["source"] | null;
  readonly measure: Measure;
  readonly verdict: ClaimVerdict["verdict"];
  readonly sentence: string;
  /** As in `ClaimVerdict`; null without data. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** One comparison of a run, by the titles of its sides. */
export interface ComparisonDigest {
  readonly variant: string;
  readonly baseline: string;
  readonly size: number;
  readonly verdict: Verdict;
  readonly ratio: number;
  readonly interval: Interval;
  readonly blocks: number;
  readonly twoModes: boolean;
}

/** What one run of one lab says, without its samples: small enough to be sent to a page. */
export interface RunDigest extends Pick<Run, "hash" | "started" | "effort" | "ending"> {
  readonly lab: string;
  readonly question: string;
  readonly unit: string;
  readonly machine: Machine;
  readonly runtime: Runtime;
  /** One-minute load average, the median over blocks; null where the system does not say. */
  readonly load: number | null;
  readonly comparisons: readonly ComparisonDigest[];
  readonly claims: readonly ClaimDigest[];
}

/** What a lab stakes. */
export interface Staked {
  readonly claims: readonly RunClaim[];
  readonly variants: Baselines;
}

/** A lab as it is now. */
export interface LabDigest extends Staked {
  readonly name: string;
  readonly hash: string;
}

/** What a page needs in order to hold a file against what the site was built with. */
export interface SiteDigest {
  readonly labs: readonly LabDigest[];
  readonly reference: readonly RunDigest[];
  readonly local: readonly RunDigest[];
}

export interface DigestOptions {
  /** The lab whose claims to judge by, if it is not the one that the run holds itself. */
  readonly staked?: Staked | undefined;
  /** What `compareRun` gave, if it has been called. */
  readonly comparisons?: Comparison[];
}

/** Judges a run and leaves its samples behind. */
export function digestRun(
  lab: string,
  machine: Machine,
  run: Run,
  {staked = run.lab, comparisons = compareRun(run)}: DigestOptions = {}
): RunDigest {
  const {hash, started, effort, ending, runtime, load} = run;
  const {question, unit} = run.lab;
  return {
    ...{lab, question, unit, machine, runtime, hash, started, effort, ending},
    load: load.length === 0 ? null : median(load),
    comparisons: comparisons.map((comparison) => digestComparison(comparison, run.lab)),
    claims: staked.claims.map((claim) => {
      const judged = judgeClaim(comparedWith(claim, staked.variants), run, comparisons);
      return digestClaim(lab, {...judged, claim});
    })
  };
}

function digestComparison(comparison: Comparison, lab: LabDescription): ComparisonDigest {
  const {size, verdict, estimate, ratios, twoModes} = comparison;
  const title = (name: string) => lab.variants.find((variant) => variant.name === name)!.title;
  return {
    variant: title(comparison.variant),
    baseline: title(comparison.baseline),
    ...{size, verdict, twoModes},
    ratio: rounded(estimate.ratio),
    interval: roundedInterval(estimate.interval),
    blocks: ratios.length
  };
}

function digestClaim(lab: string, {claim, verdict, sentence, ratio, interval}: ClaimVerdict): ClaimDigest {
  return {
    id: claimAnchor(lab, claim),
    that: claim.that,
    source: claim.source ?? null,
    measure: measureOf(claim),
    ...{verdict, sentence},
    value: ratio === null ? null : rounded(ratio),
    interval: interval === null ? null : roundedInterval(interval)
  };
}

function roundedInterval([low, high]: Interval): Interval {
  return [rounded(low), rounded(high)];
}

function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
