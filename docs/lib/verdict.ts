import {type Comparison, compareRun, type Estimate, forkValue} from "./estimate.js";
import {forkGroups, type GroupsOf, groupsSentences} from "./fork-groups.js";
import {holdAgainst} from "./hold-against.js";
import {kindOf} from "./kind-of.js";
import type {Range} from "./lab.js";
import {groupsOf, pairDirectly, shownEstimate} from "./paired-figure.js";
import {whyNot} from "./range-words.js";
import type {Fork, LabDescription, Run, Runtime} from "./result.js";
import {exactRuntimeName} from "./runtime-name.js";
import {MIN_BLOCKS} from "./stats/paired-ratio.js";
import {yuenInterval} from "./stats/yuen-interval.js";
import {undisturbedForks} from "./undisturbed.js";
import {
  formatInterval,
  formatLarge,
  formatQuantity,
  formatRatio,
  intervalDecimals,
  intervalDigits,
  intervalEnds,
  plural
} from "./units.js";
import {variantTitle} from "./variant-title.js";

/** A claim as a run holds it. */
export type RunClaim = LabDescription["claims"][number];

/** What one run says of a claim. */
export interface ClaimVerdict {
  readonly claim: RunClaim;
  readonly verdict: "holds" | "fails" | "undecided";
  /** The figure that decides, or why there is none: a whole sentence. */
  readonly sentence: string;
  /** What was measured: a ratio, a growth or, of a rate claim, operations per second. Null without data. */
  readonly ratio: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  /** Of whom the processes fall into two groups, of those that the figure is made of: it is no typical one then. */
  readonly groups: readonly GroupsOf[];
}

interface Figure {
  readonly ratio: number;
  readonly interval: readonly [number, number];
  /** A sentence without its full stop. */
  readonly text: string;
  readonly groups: readonly GroupsOf[];
}

type RatioClaim = Extract<RunClaim, {ratio: Range}>;
type GrowthClaim = Extract<RunClaim, {growth: Range}>;
type RateClaim = Extract<RunClaim, {rate: Range}>;

/** What a run says of each claim of its lab, in their order. */
export function judgeClaims(run: Run): ClaimVerdict[] {
  const comparisons = compareRun(run);
  return run.lab.claims.map((claim) => judgeClaim(claim, run, comparisons));
}

/**
 * Holds a claim against a run: it `holds` if the whole interval lies in the claim's range, `fails` if the whole
 * interval lies outside, and is `undecided` otherwise: also without data, or if the claim is about another
 * runtime.
 *
 * A ratio between a variant and its own baseline is judged by the interval that `compareRun` shows, so that a
 * table and the claims below it agree. All others are judged at the plain level of 95 %.
 */
export function judgeClaim(claim: RunClaim, run: Run, comparisons = compareRun(run)): ClaimVerdict {
  const figure = aboutAnother(claim, run.runtime) ?? withoutVariant(claim, run) ?? figureOf(claim, run, comparisons);
  if (typeof figure === "string")
    return {claim, verdict: "undecided", sentence: figure, ratio: null, interval: null, groups: []};
  const {ratio, interval, text, groups} = figure;
  const verdict = holdAgainst(rangeOf(claim), interval);
  const sentence = `${text}${whyNot(verdict, rangeOf(claim))}.${groupsSentences(groups, run.lab)}`;
  return {claim, verdict, sentence, ratio, interval, groups};
}

/** A comparison in words, as the terminal and the pages show it. */
export function comparisonSentence(comparison: Comparison, lab: LabDescription): string {
  const {variant, baseline, size, verdict, estimate} = comparison;
  const [ours, theirs, at] = [variantTitle(lab, variant), variantTitle(lab, baseline), formatQuantity(size, lab.unit)];
  const between = `between ${intervalEnds(estimate.interval)
    .map((end) => `${end}×`)
    .join(" and ")}`;
  const groups = groupsSentences(groupsOf(comparison), lab);
  if (verdict === "same") return `${ours} takes the same time as ${theirs} at ${at}: ${between}.${groups}`;
  if (verdict !== "inconclusive") return `${ratioText(ours, theirs, estimate, at)}.${groups}`;
  return `This run cannot say whether ${ours} takes less time than ${theirs} or more, at ${at}: ${between}. More blocks would narrow it.${groups}`;
}

/** Whether a claim says anything about a runtime. */
export function isAbout({on}: RunClaim, {name, version}: Pick<Runtime, "name" | "version">): boolean {
  if (on === undefined) return true;
  const major = Number(/\d+/.exec(version)?.[0]);
  return on.runtime === name && (on.versions?.includes(major) ?? true);
}

function aboutAnother(claim: RunClaim, runtime: Runtime): string | undefined {
  if (isAbout(claim, runtime)) return undefined;
  const {runtime: name = "", versions = []} = claim.on ?? {};
  const meant = exactRuntimeName({name, version: versions.join(" or ")}).trim();
  return `The claim is about ${meant}, and says nothing about ${exactRuntimeName(runtime)}.`;
}

/** A lab in another language may do without a variant. */
function withoutVariant(claim: RunClaim, {lab, runtime}: Run): string | undefined {
  const named = [claim.variant, ...("ratio" in claim && claim.to !== undefined ? [claim.to] : [])];
  const absent = named.filter((name) => lab.variants.every((variant) => variant.name !== name));
  if (absent.length === 0) return undefined;
  return `The lab of ${exactRuntimeName(runtime)} has no variant ${absent.join(" and none ")}.`;
}

function figureOf(claim: RunClaim, run: Run, comparisons: readonly Comparison[]): Figure | string {
  if ("ratio" in claim) return ratioFigure(claim, run, comparisons);
  if ("growth" in claim) return growthFigure(claim, run);
  return rateFigure(claim, run);
}

function ratioFigure({variant, to, at}: RatioClaim, run: Run, comparisons: readonly Comparison[]): Figure | string {
  const {lab} = run;
  const own = lab.variants.find(({name}) => name === variant);
  const other = to ?? own?.against ?? null;
  const [ours, size] = [variantTitle(lab, variant), formatQuantity(at, lab.unit)];
  if (other === null) return `${ours} is a baseline, and the claim does not say what it is compared with.`;
  const theirs = variantTitle(lab, other);
  const shown = shownEstimate(variant, other, at, comparisons);
  const paired = shown ?? pairDirectly(forksOf(run, variant, at), forksOf(run, other, at), run);
  if (typeof paired === "number") return tooFew(`${ours} beside ${theirs} at ${size}`, paired);
  const {estimate, groups} = paired;
  return {ratio: estimate.ratio, interval: estimate.interval, text: ratioText(ours, theirs, estimate, size), groups};
}

function growthFigure({variant, from, to}: GrowthClaim, run: Run): Figure | string {
  const {lab} = run;
  const [ours, small, large] = [
    variantTitle(lab, variant),
    formatQuantity(from, lab.unit),
    formatQuantity(to, lab.unit)
  ];
  const paired = pairDirectly(forksOf(run, variant, to), forksOf(run, variant, from), run);
  if (typeof paired === "number") return tooFew(`${ours} at ${small} beside ${large}`, paired);
  const {estimate, groups} = paired;
  const text = `With ${ours}, an iteration of ${large} takes ${withInterval(estimate, `the time of one of ${small}`)}`;
  return {ratio: estimate.ratio, interval: estimate.interval, text, groups};
}

function rateFigure({variant, at}: RateClaim, run: Run): Figure | string {
  const {lab} = run;
  const [ours, size] = [variantTitle(lab, variant), formatQuantity(at, lab.unit)];
  const forks = undisturbedForks(forksOf(run, variant, at));
  if (forks.length < MIN_BLOCKS) return tooFew(`${ours} at ${size}`, forks.length);
  const times = forks.map((fork) => forkValue(fork, kindOf(lab, variant), "time"));
  const logRates = times.map((ns) => Math.log((at * 1e9) / ns));
  const {estimate, low, high} = yuenInterval(logRates);
  const [rate, least, most] = [Math.exp(estimate), Math.exp(low), Math.exp(high)];
  const digits = intervalDigits([least, most]);
  const [middle, ...ends] = [rate, least, most].map((value) => formatLarge(value, digits));
  const figure = `${middle} ${plural(lab.unit)} a second (${ends.join(" to ")})`;
  const groups = forkGroups(times, times);
  return {
    ratio: rate,
    interval: [least, most],
    text: `${ours} gets through ${figure} at ${size}`,
    groups: groups === null ? [] : [{variant, size: at, ...groups}]
  };
}

function forksOf({forks}: Run, variant: string, size: number): Fork[] {
  return forks.filter((fork) => fork.variant === variant && fork.size === size);
}

function rangeOf(claim: RunClaim): Range {
  if ("ratio" in claim) return claim.ratio;
  return "growth" in claim ? claim.growth : claim.rate;
}

function ratioText(ours: string, theirs: string, estimate: Estimate, at: string): string {
  return `${ours} takes ${withInterval(estimate, `the time of ${theirs}`)} at ${at}`;
}

function withInterval({ratio, interval}: Estimate, of: string): string {
  return `${formatRatio(ratio, intervalDecimals(interval))} ${of} (${formatInterval(interval)})`;
}

function tooFew(what: string, blocks: number): string {
  if (blocks === 0) return `${what} has not been measured.`;
  return `${what} has been measured in ${formatQuantity(blocks, "block")}; an interval needs ${MIN_BLOCKS}.`;
}
