import type {TimeRow, TimesChart} from "#lib/chart/model.js";
import {timesSpec} from "#lib/chart/times-spec.js";
import type {LabDescription, Run} from "#lib/result.js";
import {formatNs, formatQuantity} from "#lib/units.js";
import {type Environment, environmentName, environmentsByRank} from "../environments.js";
import {escapeHtml} from "../html.js";
import {variantNamed} from "../known-labs.js";
import {chartFigure, emptyFigure} from "./figure.js";
import {timesBySize} from "./fork-table.js";
import {provenance} from "./provenance.js";
import {drawSvg} from "./svg.js";

type Variant = LabDescription["variants"][number];

/** Time for one operation over size, where most of it has been measured: a line for each variant. */
export function timesFigure(name: string, lab: LabDescription, names: readonly string[] | undefined): string {
  const variants = names?.map((variant) => variantNamed(lab, variant)) ?? lab.variants;
  const measured = environmentsByRank(name).map((environment) => ({
    environment,
    rows: rowsOf(variants, environment.run)
  }));
  const [most] = measured.sort((a, b) => b.rows.length - a.rows.length);
  if (most === undefined || most.rows.length === 0) return emptyFigure(name);
  const {environment, rows} = most;
  const shown = variants.filter(({title}) => rows.some(({variant}) => variant === title));
  const model = {
    lab: name,
    unit: lab.unit,
    environment: environmentName(environment),
    variants: shown.map(({title}) => title),
    rows
  };
  return chartFigure({
    lab: name,
    label: labelOf(model),
    svg: drawSvg(timesSpec(model)),
    caption: captionOf(lab, environment),
    head: ["variant", "size", `time for one ${escapeHtml(lab.unit)}`],
    rows: rows.map(({variant, size, ns}) => [escapeHtml(variant), formatQuantity(size, lab.unit), formatNs(ns)])
  });
}

function rowsOf(variants: readonly Variant[], run: Run): TimeRow[] {
  const times = timesBySize(run);
  return variants.flatMap(({name, title}) =>
    times
      .filter(({variant}) => variant === name)
      .map(({size, ns}) => ({variant: title, size, ns: Number(ns.toPrecision(5))}))
  );
}

function labelOf({environment, unit, variants, rows}: TimesChart): string {
  const sentences = variants.map((variant) => {
    const own = rows.filter((row) => row.variant === variant);
    const [first, last] = [own[0]!, own.at(-1)!];
    if (own.length === 1) return `${variant} takes ${formatNs(first.ns)} for one ${unit}.`;
    const sizes = `from ${formatNs(first.ns)} at ${formatQuantity(first.size, unit)} to ${formatNs(last.ns)} at ${formatQuantity(last.size, unit)}`;
    return `${variant}: ${sizes}.`;
  });
  return `${environment}, time for one ${unit}. ${sentences.join(" ")}`;
}

function captionOf(lab: LabDescription, environment: Environment): string {
  return `Time for one ${escapeHtml(lab.unit)} at each size; both axes are logarithmic, so that equal distances are equal factors. ${provenance([environment])}.`;
}
