import {yuenInterval} from "./yuen-interval.js";

/** How many times as long one side takes as the other, as far as the blocks can tell. */
export interface Estimate {
  /** No unit; above 1 the variant takes longer than the baseline. */
  readonly ratio: number;
  /** The ends of the confidence interval of the ratio. */
  readonly interval: readonly [low: number, high: number];
  /** How often such an interval holds the true ratio: 0.95 is 95 times in 100. */
  readonly level: number;
  /** How many pairs it rests on. */
  readonly blocks: number;
  /** Two-sided, for the hypothesis that both sides take equally long. */
  readonly pValue: number;
}

/** With fewer pairs the trimmed mean keeps too few values to give an interval. */
export const MIN_BLOCKS = 5;

/**
 * How many times as long the variant takes as the baseline: the 20 % trimmed mean of the paired log ratios, one
 * per block, with Yuen's interval (Yuen 1974).
 *
 * Give one value per fork. Samples of one fork are not independent, and an interval made from them is several
 * times too narrow.
 *
 * @param variant time per iteration, one value per block, same unit and order as baseline
 * @throws RangeError if the sides differ in length, have fewer than 5 blocks, or hold a value that is not a
 * finite number above 0
 */
export function pairedRatio(variant: readonly number[], baseline: readonly number[], level = 0.95): Estimate {
  requireTimes("variant", variant);
  requireTimes("baseline", baseline);
  if (variant.length !== baseline.length) {
    throw new RangeError(`variant, baseline: expected equal lengths, got ${variant.length} and ${baseline.length}`);
  }
  const logRatios = variant.map((value, block) => Math.log(value / baseline[block]!));
  const {estimate, low, high, pValue} = yuenInterval(logRatios, level);
  return {
    ratio: Math.exp(estimate),
    interval: [Math.exp(low), Math.exp(high)],
    level,
    blocks: logRatios.length,
    pValue
  };
}

function requireTimes(side: string, values: readonly number[]): void {
  if (values.length < MIN_BLOCKS) {
    throw new RangeError(`${side}: expected at least ${MIN_BLOCKS} blocks, got ${values.length}`);
  }
  const wrong = values.findIndex((value) => !(value > 0 && value < Infinity));
  if (wrong >= 0) throw new RangeError(`${side}[${wrong}]: expected a finite number above 0, got ${values[wrong]}`);
}
