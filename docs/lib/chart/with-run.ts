import type {Comparison} from "../estimate.js";
import {THIS_PAGE} from "./layers.js";
import type {RatioChart, RatioRow} from "./model.js";

/**
 * A chart with a run that was made in the page as its last environment, in place of an earlier one. Comparisons
 * at another size, with another baseline, or of variants that the chart does not show stay away.
 */
export function withRun(chart: RatioChart, comparisons: readonly Comparison[]): RatioChart {
  const {label} = THIS_PAGE;
  const titles = new Map(chart.variants.map(({name, title}) => [name, title]));
  const fitting = comparisons.filter(
    ({variant, size, baseline}) => titles.has(variant) && size === chart.size && baseline === chart.baseline.name
  );
  const added = fitting.map((comparison) => ratioRow(comparison, label, titles.get(comparison.variant)!));
  if (added.length === 0) return chart;
  return {
    ...chart,
    environments: [...chart.environments.filter((one) => one.label !== label), THIS_PAGE],
    rows: [...chart.rows.filter(({environment}) => environment !== label), ...added]
  };
}

/** One comparison as a row of a chart. */
export function ratioRow(comparison: Comparison, environment: string, variant: string): RatioRow {
  const {estimate, verdict, twoModes, variantNs, baselineNs, ratios} = comparison;
  const [low, high] = estimate.interval;
  return {
    variant,
    environment,
    ratio: rounded(estimate.ratio, 7),
    low: rounded(low, 7),
    high: rounded(high, 7),
    verdict,
    twoModes,
    ns: rounded(variantNs, 5),
    baselineNs: rounded(baselineNs, 5),
    blocks: ratios.map((ratio) => rounded(ratio, 5))
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
