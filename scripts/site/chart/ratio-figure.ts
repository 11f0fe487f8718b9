import {chartSpec} from "#lib/chart/chart-spec.js";
import type {RatioChart} from "#lib/chart/model.js";
import {atStart} from "#lib/chart/with-only.js";
import {ratioRow} from "#lib/chart/with-run.js";
import type {Comparison} from "#lib/estimate.js";
import type {LabDescription} from "#lib/result.js";
import {formatPercent, formatQuantity} from "#lib/units.js";
import {comparisonSentence} from "#lib/verdict.js";
import {comparisonsOf, type Environment, environmentsByRank, environmentsOf} from "../environments.js";
import {escapeHtml} from "../html.js";
import {type Chosen, choose} from "./chosen.js";
import {chartFigure, emptyFigure} from "./figure.js";
import {provenance} from "./provenance.js";
import {startingWith} from "./starting.js";
import {drawSvg} from "./svg.js";
import {twoModesText} from "./two-modes-text.js";

/** The comparisons of a chart that one environment has. */
interface Shown {
  readonly environment: Environment;
  readonly comparisons: readonly Comparison[];
}

const DEFAULT_MARGIN = 0.01;

/**
 * Ratios to a baseline at one size, in all environments; says how to read them, if asked to.
 *
 * @param note as in `FigureParts`
 */
export function ratioFigure(
  name: string,
  lab: LabDescription,
  request: Parameters<typeof choose>[1],
  {explain, note}: {explain: boolean; note: string}
): string {
  const chosen = choose(lab, request);
  const shown = environmentsOf(name)
    .map((environment) => ({environment, comparisons: matching(environment, chosen)}))
    .filter(({comparisons}) => comparisons.length > 0);
  const chart = chartOf(name, lab, chosen, shown);
  if (shown.length === 0) return emptyFigure(chart);
  return chartFigure({
    chart,
    label: labelOf(name, shown),
    svg: drawSvg(chartSpec(atStart(chart))),
    caption: captionOf(lab, chosen, shown) + twoModesText(chart.rows) + (explain ? howToRead(chart.margin) : ""),
    note
  });
}

function matching(environment: Environment, {baseline, variants, size}: Chosen): Comparison[] {
  const comparisons = comparisonsOf(environment);
  return variants.flatMap(
    ({name}) =>
      comparisons.find((one) => one.variant === name && one.baseline === baseline.name && one.size === size) ?? []
  );
}

function chartOf(
  name: string,
  {unit}: LabDescription,
  {baseline, variants, size}: Chosen,
  shown: readonly Shown[]
): RatioChart {
  const titles = new Map(variants.map(({name, title}) => [name, title]));
  const starting = startingWith(shown.map(({environment}) => environment));
  return {
    kind: "ratio",
    lab: name,
    unit,
    size,
    baseline: {name: baseline.name, title: baseline.title},
    variants: variants.map(({name, title}) => ({name, title})),
    margin: shown[0]?.environment.run.margin ?? DEFAULT_MARGIN,
    environments: shown.map(({environment}, order) => ({
      ...{label: environment.name, look: environment.look, order},
      on: starting.has(environment)
    })),
    rows: shown.flatMap(({environment, comparisons}) =>
      comparisons.map((one) => ratioRow(one, environment.name, titles.get(one.variant)!))
    )
  };
}

function labelOf(name: string, shown: readonly Shown[]): string {
  const ranked = environmentsByRank(name).map(({run}) => run);
  const rank = ({environment}: Shown) => ranked.indexOf(environment.run);
  const [first] = [...shown].sort((a, b) => rank(a) - rank(b));
  const {environment, comparisons} = first!;
  const sentences = comparisons.map((comparison) => comparisonSentence(comparison, environment.run.lab));
  return `${environment.name}: ${sentences.join(" ")}`;
}

function captionOf(lab: LabDescription, {baseline, size}: Chosen, shown: readonly Shown[]): string {
  const what = `Time for ${formatQuantity(size, lab.unit)}, relative to <b>${escapeHtml(baseline.title)}</b>.`;
  return `${what} ${provenance(shown.map(({environment}) => environment))}.`;
}

function howToRead(margin: number): string {
  const band = `Within the grey band (${formatPercent(margin).replace(" ", "&nbsp;")}) a difference does not matter.`;
  return `<br>A mark is the estimate, its line the interval, a small dot one block of fresh processes. ${band} The ratio is taken within each block, so it need not be the quotient of two times in the table.`;
}
