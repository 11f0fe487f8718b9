import type {Chart, RatioChart, TimesChart, WarmupChart} from "./model.js";

type Cell = string | number;

/**
 * The numbers behind a chart for other programs (RFC 4180, one header line, numbers at full length). Variants go
 * by their names, not by their titles: a cell that begins with `+` or `=` is a formula to a spreadsheet.
 */
export function chartCsv(chart: Chart): string {
  const lines = linesOf(chart);
  return lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

/** What a file made from a chart is called, without its ending. */
export function chartFileName(chart: Chart): string {
  if (chart.kind === "warmup") return `${chart.lab}-${chart.size}-warm-up`;
  return chart.kind === "ratio" ? `${chart.lab}-${chart.size}-against-${chart.baseline.name}` : `${chart.lab}-by-size`;
}

function linesOf(chart: Chart): Cell[][] {
  if (chart.kind === "warmup") return warmupLines(chart);
  return chart.kind === "ratio" ? ratioLines(chart) : timeLines(chart);
}

function ratioLines({size, baseline, rows, variants}: RatioChart): Cell[][] {
  const most = Math.max(0, ...rows.map(({blocks}) => blocks.length));
  const head = ["environment", "variant", "baseline", "size", "ratio", "low", "high", "verdict", "ns", "baseline_ns"];
  const blocks = Array.from({length: most}, (_, index) => `block_${index + 1}`);
  const lines = rows.map((row): Cell[] => {
    const {environment, ratio, low, high, verdict, ns, baselineNs} = row;
    const rest = blocks.map((_, index) => row.blocks[index] ?? "");
    const name = nameOf(variants, row.variant);
    return [environment, name, baseline.name, size, ratio, low, high, verdict, ns, baselineNs, ...rest];
  });
  return [[...head, ...blocks], ...lines];
}

function timeLines({rows, variants}: TimesChart): Cell[][] {
  const lines = rows.map((row): Cell[] => [row.environment, nameOf(variants, row.variant), row.size, row.ns]);
  return [["environment", "variant", "size", "ns_per_operation"], ...lines];
}

function warmupLines({rows, variants, size}: WarmupChart): Cell[][] {
  const lines = rows.flatMap(({environment, process, points, class: name}) =>
    points.map(([call, ns]): Cell[] => [environment, variants[0]!.name, size, process, name, call, ns])
  );
  return [["environment", "variant", "size", "process", "class", "call", "ns"], ...lines];
}

function nameOf(variants: Chart["variants"], title: string): string {
  return variants.find((variant) => variant.title === title)?.name ?? title;
}

function field(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
