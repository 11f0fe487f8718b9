import type {RatioChart} from "#lib/chart/model.js";
import {ratioSpec} from "#lib/chart/ratio-spec.js";
import type {Comparison} from "#lib/estimate.js";
import type {LabDescription} from "#lib/result.js";
import {formatInterval, formatNs, formatPercent, formatQuantity, formatRatio, intervalDecimals} from "#lib/units.js";
import {comparisonSentence} from "#lib/verdict.js";
import {comparisonsOf, type Environment, environmentName, environmentsByRank, environmentsOf} from "../environments.js";
import {escapeHtml} from "../html.js";
import {type Chosen, choose} from "./chosen.js";
import {chartFigure, emptyFigure} from "./figure.js";
import {provenance} from "./provenance.js";
import {drawSvg} from "./svg.js";

/** The comparisons of a chart that one environment has. */
interface Shown {
  readonly environment: Environment;
  readonly comparisons: readonly Comparison[];
}

/** Ratios to a baseline at one size, in all environments; says how to read them, if asked to. */
export function ratioFigure(
  name: string,
  lab: LabDescription,
  request: Parameters<typeof choose>[1],
  explain: boolean
): string {
  const chosen = choose(lab, request);
  const shown = environmentsOf(name)
    .map((environment) => ({environment, comparisons: matching(environment, chosen)}))
    .filter(({comparisons}) => comparisons.length > 0);
  if (shown.length === 0) return emptyFigure(name);
  const model = modelOf(name, chosen, shown);
  return chartFigure({
    lab: name,
    size: chosen.size,
    label: labelOf(name, shown),
    svg: drawSvg(ratioSpec(model)),
    caption: captionOf(lab, chosen, shown) + (explain ? howToRead(shown[0]!.environment.run.margin) : ""),
    head: ["variant", "where", "time", "ratio", "interval", "verdict"],
    rows: shown.flatMap((one) => rowsOf(one, chosen)),
    model
  });
}

function matching(environment: Environment, {baseline, variants, size}: Chosen): Comparison[] {
  const comparisons = comparisonsOf(environment);
  return variants.flatMap(
    ({name}) =>
      comparisons.find((one) => one.variant === name && one.baseline === baseline.name && one.size === size) ?? []
  );
}

function modelOf(lab: string, {baseline, variants, size}: Chosen, shown: readonly Shown[]): RatioChart {
  const present = new Set(shown.flatMap(({comparisons}) => comparisons.map(({variant}) => variant)));
  const titles = new Map(variants.map(({name, title}) => [name, title]));
  return {
    lab,
    size,
    baseline: baseline.title,
    variants: variants.filter(({name}) => present.has(name)).map(({title}) => title),
    margin: shown[0]!.environment.run.margin,
    environments: shown.map(({environment}) => ({label: environmentName(environment), look: environment.look})),
    rows: shown.flatMap(({environment, comparisons}) =>
      comparisons.map(({variant, estimate, ratios}) => ({
        variant: titles.get(variant)!,
        environment: environmentName(environment),
        ratio: digits(estimate.ratio),
        low: digits(estimate.interval[0]),
        high: digits(estimate.interval[1]),
        blocks: ratios.map(digits)
      }))
    )
  };
}

function labelOf(name: string, shown: readonly Shown[]): string {
  const ranked = environmentsByRank(name).map(({run}) => run);
  const [first] = [...shown].sort((a, b) => ranked.indexOf(a.environment.run) - ranked.indexOf(b.environment.run));
  const {environment, comparisons} = first!;
  const sentences = comparisons.map((comparison) => comparisonSentence(comparison, environment.run.lab));
  return `${environmentName(environment)}: ${sentences.join(" ")}`;
}

function captionOf(lab: LabDescription, {baseline, size}: Chosen, shown: readonly Shown[]): string {
  const what = `Time for ${formatQuantity(size, lab.unit)}, in times that of <b>${escapeHtml(baseline.title)}</b>.`;
  return `${what} ${provenance(shown.map(({environment}) => environment))}.`;
}

function howToRead(margin: number): string {
  const band = `Within the grey band (${formatPercent(margin).replace(" ", "&nbsp;")}) a difference does not matter.`;
  return `<br>A mark is the estimate, its line the interval, a small dot one block of fresh processes. ${band}`;
}

function rowsOf({environment, comparisons}: Shown, {variants}: Chosen): string[][] {
  return comparisons.map(({variant, variantNs, estimate, verdict}) => {
    const decimals = intervalDecimals(estimate.interval);
    const title = variants.find(({name}) => name === variant)!.title;
    return [
      escapeHtml(title),
      escapeHtml(environmentName(environment)),
      formatNs(variantNs),
      formatRatio(estimate.ratio, decimals),
      formatInterval(estimate.interval),
      verdict
    ];
  });
}

function digits(value: number): number {
  return Number(value.toPrecision(5));
}
