import {chartSpec} from "#lib/chart/chart-spec.js";
import type {TimeRow, TimesChart} from "#lib/chart/model.js";
import {atStart} from "#lib/chart/with-only.js";
import type {LabDescription} from "#lib/result.js";
import {formatNs, formatQuantity} from "#lib/units.js";
import {type Environment, environmentsByRank} from "../environments.js";
import {escapeHtml} from "../html.js";
import {variantNamed} from "../known-labs.js";
import {chartFigure, emptyFigure} from "./figure.js";
import {timesBySize} from "./fork-table.js";
import {provenance} from "./provenance.js";
import {drawSvg} from "./svg.js";

type Variant = LabDescription["variants"][number];

/** What one environment has of a chart. */
interface Shown {
  readonly environment: Environment;
  readonly rows: readonly TimeRow[];
}

/**
 * Time for one operation over size, a line for each variant; it starts where most of it has been measured.
 *
 * @param note as in `FigureParts`
 */
export function timesFigure(
  name: string,
  lab: LabDescription,
  names: readonly string[] | undefined,
  note: string
): string {
  const variants = names?.map((variant) => variantNamed(lab, variant)) ?? lab.variants;
  const shown = environmentsByRank(name)
    .map((environment) => ({environment, rows: rowsOf(variants, environment)}))
    .filter(({rows}) => rows.length > 0)
    .sort((a, b) => Number(a.environment.twin) - Number(b.environment.twin) || b.rows.length - a.rows.length);
  const chart = chartOf(name, lab, variants, shown);
  if (shown.length === 0) return emptyFigure(chart);
  return chartFigure({
    chart,
    label: labelOf(chart),
    svg: drawSvg(chartSpec(atStart(chart))),
    caption: captionOf(lab, shown),
    note
  });
}

function chartOf(name: string, {unit}: LabDescription, variants: readonly Variant[], shown: readonly Shown[]) {
  const rows = shown.flatMap(({rows}) => rows);
  const measured = variants.filter(({title}) => rows.some(({variant}) => variant === title));
  return {
    kind: "times",
    lab: name,
    unit,
    variants: measured.map(({name, title}) => ({name, title})),
    environments: shown.map(({environment}, order) => ({
      ...{label: environment.name, look: environment.look, order},
      on: order === 0
    })),
    rows
  } satisfies TimesChart;
}

function rowsOf(variants: readonly Variant[], environment: Environment): TimeRow[] {
  const times = timesBySize(environment.run);
  const where = environment.name;
  return variants.flatMap(({name, title}) =>
    times
      .filter(({variant}) => variant === name)
      .map(({size, ns}) => ({variant: title, environment: where, size, ns: Number(ns.toPrecision(5))}))
  );
}

/** Of the first environment. */
function labelOf({environments, unit, variants, rows}: TimesChart): string {
  const {label} = environments[0]!;
  const sentences = variants.flatMap(({title}) => {
    const own = rows.filter(({variant, environment}) => variant === title && environment === label);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (first === last) return `${title} takes ${formatNs(first.ns)} for one ${unit}.`;
    return `${title}: from ${timeAt(first, unit)} to ${timeAt(last, unit)}.`;
  });
  return `${label}, time for one ${unit}. ${sentences.join(" ")}`;
}

function timeAt({ns, size}: TimeRow, unit: string): string {
  return `${formatNs(ns)} at ${formatQuantity(size, unit)}`;
}

function captionOf(lab: LabDescription, shown: readonly Shown[]): string {
  const what = `Time for one ${escapeHtml(lab.unit)} at each size; both axes are logarithmic, so that equal distances are equal factors.`;
  return `${what} ${provenance(shown.map(({environment}) => environment))}.`;
}
