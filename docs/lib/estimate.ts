import {type ForkGroups, forkGroups} from "./fork-groups.js";
import {kindOf} from "./kind-of.js";
import type {Kind} from "./lab.js";
import type {Fork, Run} from "./result.js";
import {holm} from "./stats/holm.js";
import {median} from "./stats/median.js";
import {type Estimate, MIN_BLOCKS, pairedRatio} from "./stats/paired-ratio.js";
import {trimmedMean} from "./stats/trimmed-mean.js";
import {yuenInterval} from "./stats/yuen-interval.js";
import {undisturbed} from "./undisturbed.js";

export type {Estimate} from "./stats/paired-ratio.js";

/** What a time is counted in: steps of the reference chain timed beside it, or nanoseconds. */
export type Scale = "reference" | "time";

/** What an interval says: of the variant, as seen from the baseline. */
export type Verdict = "faster" | "slower" | "same" | "inconclusive";

/** Two sides, paired by block. */
export interface ForkComparison {
  /** The scale that the verdict is read on. */
  readonly leading: Scale;
  /** On the leading scale. */
  readonly estimate: Estimate;
  /** On the other scale, at the plain level of 95 %. */
  readonly other: Estimate;
  /** Variant ÷ baseline on the leading scale, one per block, in the order of blocks. */
  readonly ratios: readonly number[];
  /** What `estimate.interval` says, and nothing else. */
  readonly verdict: Verdict;
  /** Whether the forks of either side fall into two groups. */
  readonly twoModes: boolean;
  /** The groups of each side; null where it has none. */
  readonly groups: {readonly variant: ForkGroups | null; readonly baseline: ForkGroups | null};
  /** Nanoseconds per iteration, the median over forks. */
  readonly baselineNs: number;
  readonly variantNs: number;
}

/** A variant beside the one it is compared with, at one size. */
export interface Comparison extends ForkComparison {
  readonly variant: string;
  readonly baseline: string;
  readonly size: number;
}

/** A comparison that has begun, with too few blocks to give an interval. */
export interface PendingComparison {
  readonly variant: string;
  readonly baseline: string;
  readonly size: number;
  /** Blocks that hold both sides, from 1 to 4. */
  readonly blocks: number;
}

export interface CompareOptions {
  /** The difference too small to matter: 0.01 is one per cent. */
  readonly margin?: number;
  /** Of the leading estimate. */
  readonly level?: number;
}

/** Which scale a verdict is read on: steps of the chain cancel the clock of the processor, but not a wait. */
export function leadingScale(kind: Kind): Scale {
  return kind === "io" ? "time" : "reference";
}

/**
 * The one value of a fork: time per iteration, in steps of the reference chain or in nanoseconds.
 *
 * The median over batches; for `allocation` the 20 % trimmed mean over batches, which counts the batches in which
 * more memory was collected than in most, but not a batch, or a chain beside it, that the system held up.
 */
export function forkValue({samplesNs, referenceNs}: Fork, kind: Kind, scale: Scale): number {
  const values = scale === "reference" ? samplesNs.map((ns, batch) => ns / referenceNs[batch]!) : samplesNs;
  return kind === "allocation" ? trimmedMean(values, 0.2) : median(values);
}

/**
 * Compares two sets of forks, paired by block. Forks whose block lacks the other side are left out.
 *
 * @throws RangeError if fewer than 5 blocks hold both sides
 */
export function compareForks(
  variant: readonly Fork[],
  baseline: readonly Fork[],
  kind: Kind,
  {margin = 0.01, level = 0.95}: CompareOptions = {}
): ForkComparison {
  const pairs = pairByBlock(variant, baseline);
  const values = (side: 0 | 1, scale: Scale) => pairs.map((pair) => forkValue(pair[side], kind, scale));
  const leading = leadingScale(kind);
  const [ours, theirs] = [values(0, leading), values(1, leading)];
  const estimate = pairedRatio(ours, theirs, level);
  const groups = {
    variant: forkGroups(ours, values(0, "time")),
    baseline: forkGroups(theirs, values(1, "time"))
  };
  const unled = leading === "time" ? "reference" : "time";
  return {
    leading,
    estimate,
    other: pairedRatio(values(0, unled), values(1, unled)),
    ratios: ours.map((value, index) => value / theirs[index]!),
    verdict: readVerdict(estimate.interval, margin),
    twoModes: groups.variant !== null || groups.baseline !== null,
    groups,
    baselineNs: median(values(1, "time")),
    variantNs: median(values(0, "time"))
  };
}

/**
 * What an interval of a ratio says: `same` if it lies within the margin on both sides of 1; else `slower` or
 * `faster` if it lies on one side of 1; else `inconclusive`.
 *
 * @param margin the difference too small to matter: 0.01 is one per cent
 */
export function readVerdict([low, high]: readonly [number, number], margin: number): Verdict {
  if (low > 1 / (1 + margin) && high < 1 + margin) return "same";
  if (low > 1) return "slower";
  if (high < 1) return "faster";
  return "inconclusive";
}

/**
 * Every variant beside the one it is compared with, at every size at which at least 5 blocks hold both, in the
 * order of the lab.
 *
 * Each interval is at its own level of Holm's procedure over all comparisons of the run, so that the interval of
 * any pair of identical code leaves out 1 in about 5 runs of 100, however many comparisons they make.
 */
export function compareRun(run: Run): Comparison[] {
  const enough = plannedPairs(run).filter(({blocks}) => blocks >= MIN_BLOCKS);
  const compare = ({variant, ours, theirs}: PlannedPair, level?: number) =>
    compareForks(ours, theirs, kindOf(run.lab, variant), {margin: run.margin, ...(level !== undefined && {level})});
  const shares = holm(enough.map((pair) => compare(pair).estimate.pValue));
  return enough.map((pair, index) => {
    const {variant, baseline, size} = pair;
    return {variant, baseline, size, ...compare(pair, 1 - shares[index]!)};
  });
}

/** The comparisons of a run that have begun, but hold fewer than the 5 blocks that an interval needs. */
export function pending(run: Run): PendingComparison[] {
  return plannedPairs(run)
    .filter(({blocks}) => blocks > 0 && blocks < MIN_BLOCKS)
    .map(({variant, baseline, size, blocks}) => ({variant, baseline, size, blocks}));
}

/**
 * Whether a comparison may stop: at least 6 blocks, and the plain 95 % interval reaches no further to each side
 * than half the margin, or than a twentieth of the (logarithmic) difference itself if that is more.
 *
 * @param logRatios natural logarithms of variant ÷ baseline, one per block
 */
export function precisionReached(logRatios: readonly number[], margin: number): boolean {
  if (logRatios.length < 6) return false;
  const {estimate, low, high} = yuenInterval(logRatios);
  return (high - low) / 2 <= Math.max(margin / 2, Math.abs(estimate) / 20);
}

/**
 * The forks of two sides whose block holds both, in the order of blocks. Of several forks of a block, the last. Pairs
 * with a disturbed fork are left out, unless fewer than 8 would be left.
 */
export function pairByBlock(ours: readonly Fork[], theirs: readonly Fork[]): readonly (readonly [Fork, Fork])[] {
  const partners = byBlock(theirs);
  const pairs = [...byBlock(ours).values()]
    .sort((a, b) => a.block - b.block)
    .flatMap((fork): [Fork, Fork][] => {
      const partner = partners.get(fork.block);
      return partner ? [[fork, partner]] : [];
    });
  return undisturbed(pairs);
}

function byBlock(forks: readonly Fork[]): Map<number, Fork> {
  return new Map(forks.map((fork) => [fork.block, fork]));
}

interface PlannedPair extends PendingComparison {
  readonly ours: readonly Fork[];
  readonly theirs: readonly Fork[];
}

function plannedPairs({lab, forks}: Run): PlannedPair[] {
  const forksOf = (variant: string, size: number) => forks.filter((f) => f.variant === variant && f.size === size);
  return lab.variants.flatMap(({name, against, sizes}) => {
    if (against === null) return [];
    return sizes.map((size) => {
      const [ours, theirs] = [forksOf(name, size), forksOf(against, size)];
      return {variant: name, baseline: against, size, blocks: pairByBlock(ours, theirs).length, ours, theirs};
    });
  });
}
