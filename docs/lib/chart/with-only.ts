import type {Chart, ChartEnvironment} from "./model.js";

/** The chart with those of its environments that are wanted, and with their rows alone. */
export function withOnly(chart: Chart, isWanted: (environment: ChartEnvironment) => boolean): Chart {
  const environments = chart.environments.filter(isWanted);
  const labels = new Set(environments.map(({label}) => label));
  const isTheirs = ({environment}: {readonly environment: string}) => labels.has(environment);
  if (chart.kind === "warmup") return {...chart, environments, rows: chart.rows.filter(isTheirs)};
  return chart.kind === "ratio"
    ? {...chart, environments, rows: chart.rows.filter(isTheirs)}
    : {...chart, environments, rows: chart.rows.filter(isTheirs)};
}

/** What a chart shows before anybody has switched a layer. */
export function atStart(chart: Chart): Chart {
  return withOnly(chart, ({on}) => on);
}
