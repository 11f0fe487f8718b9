import {median} from "#lib/stats/median.js";
import {wilsonInterval} from "#lib/stats/wilson-interval.js";
import {
  type Count,
  type LadderOutcome,
  type Outcomes,
  PAIRS,
  type PairKind,
  type PairOutcome,
  TOOLS,
  type Tool
} from "./engine-result.js";

/** Whether the work of a pair differs in truth. */
export function differs(pair: PairKind): boolean {
  return !pair.endsWith("identical");
}

/**
 * Counts what tools said of pairs whose truth is known: of identical ones, how often they were called different
 * or the same; of others, how often the difference was found, and how often it was called in the wrong direction.
 * A pair that gave no answer counts among those it is a share of.
 */
export function countPairs(pairs: readonly PairOutcome[]): Count[] {
  return TOOLS.flatMap((tool) => PAIRS.flatMap((pair) => countsOf(tool, pair, pairs)));
}

function countsOf(tool: Tool, pair: PairKind, pairs: readonly PairOutcome[]): Count[] {
  const own = pairs.filter((outcome) => outcome.tool === tool && outcome.pair === pair);
  if (own.length === 0) return [];
  const count = (what: Count["what"], applies: (outcome: PairOutcome) => boolean): Count => {
    const n = own.filter(applies).length;
    return {tool, pair, what, n, of: own.length, interval: wilsonInterval(n, own.length)};
  };
  if (!differs(pair)) return [count("different", ({different}) => different), count("same", ({same}) => same)];
  return [
    count("found", ({different, ratio}) => different && ratio !== null && ratio > 1),
    count("wrong direction", ({different, ratio}) => different && ratio !== null && ratio < 1)
  ];
}

/** Seconds that a tool took for pairs of one kind of work: the median and the longest. */
export function secondsOf(
  {pairs}: Pick<Outcomes, "pairs">,
  tool: Tool,
  allocating: boolean
): {median: number; most: number} | null {
  const seconds = pairs
    .filter((outcome) => outcome.tool === tool && outcome.pair.startsWith("allocation") === allocating)
    .map((outcome) => outcome.seconds);
  return seconds.length === 0 ? null : {median: median(seconds), most: Math.max(...seconds)};
}

/**
 * How much a figure depends on what is measured beside it. For each position, the median over variants and
 * processes of the time there ÷ the time alone; of these the one farthest from 1, as a factor of at least 1.
 */
export function orderBias({order}: Pick<Outcomes, "order">, tool: Tool, pattern: string): number | null {
  const own = order.filter((outcome) => outcome.tool === tool && outcome.pattern === pattern);
  const factors = [0, 1, 2].flatMap((position) => {
    const ratios = own.flatMap(({alone, positions}) => (positions[position] ?? []).map((time) => time / alone));
    return ratios.length === 0 ? [] : [median(ratios)];
  });
  return factors.length === 0 ? null : Math.max(...factors.map((factor) => Math.max(factor, 1 / factor)));
}

/** How straight a ladder is: see `ladderFit`. */
export interface LadderFit {
  /** Slope ÷ truth − 1. */
  readonly slopeError: number;
  /** The largest distance of a point from the line, as a share of its time. */
  readonly residual: number;
}

/** Fits a line (least squares) to time over steps. */
export function ladderFit({steps, times, truth}: LadderOutcome): LadderFit {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanSteps, meanTime] = [mean(steps), mean(times)];
  const products = steps.map((step, index) => (step - meanSteps) * (times[index]! - meanTime));
  const squares = steps.map((step) => (step - meanSteps) ** 2);
  const slope = mean(products) / mean(squares);
  const at = (step: number) => meanTime + slope * (step - meanSteps);
  const residuals = times.map((time, index) => Math.abs(time - at(steps[index]!)) / time);
  return {slopeError: slope / truth - 1, residual: Math.max(...residuals)};
}

/** The medians over a tool's ladders of the size of the slope error and of the largest residual. */
export function linearity({ladder}: Pick<Outcomes, "ladder">, tool: Tool): LadderFit | null {
  const fits = ladder.filter((outcome) => outcome.tool === tool).map(ladderFit);
  if (fits.length === 0) return null;
  return {
    slopeError: median(fits.map(({slopeError}) => Math.abs(slopeError))),
    residual: median(fits.map(({residual}) => residual))
  };
}

/** How many dead kernels a tool noticed, and whether it left the live one alone. */
export function deadNoticed(
  {dead}: Pick<Outcomes, "dead">,
  tool: Tool
): {noticed: number; of: number; falseAlarm: boolean} | null {
  const own = dead.filter((outcome) => outcome.tool === tool);
  const kernels = own.filter(({kernel}) => kernel !== "live");
  if (kernels.length === 0) return null;
  const falseAlarm = own.some(({kernel, noticed}) => kernel === "live" && noticed);
  return {noticed: kernels.filter(({noticed}) => noticed).length, of: kernels.length, falseAlarm};
}
