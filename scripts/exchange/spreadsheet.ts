import type {Benchmark} from "#lib/imported.js";
import {csvLine, notFormula} from "./csv.js";
import type {Format, Measurements, Written} from "./format.js";
import {isSpreadsheet, readSpreadsheet} from "./spreadsheet-read.js";

/** A line for each sample, for spreadsheets and data frames; and back from any table of this form. */
export const spreadsheet: Format = {
  name: "csv",
  title: "CSV for spreadsheets, a line for each sample",
  recognises: ({text}) => isSpreadsheet(text),
  read: readSpreadsheet,
  write
};

function write({benchmarks}: Measurements): Written {
  const names = [...new Set(benchmarks.flatMap(({parameters}) => Object.keys(parameters)))];
  const head = ["benchmark", ...names, "metric", "unit", "process", "sample", "calls", "count", "value"];
  const lines = benchmarks.flatMap((benchmark) => linesOf(benchmark, names));
  const warmedUp = benchmarks.some(({processes}) => processes.some(({warmups}) => warmups !== undefined));
  return {
    text: `${[head.map(notFormula), ...lines].map(csvLine).join("\n")}\n`,
    notes: warmedUp ? ["warm-ups were left out: a line is a sample that counts"] : []
  };
}

function linesOf({name, parameters, metric, unit, processes}: Benchmark, names: readonly string[]) {
  const same = [name, ...names.map((each) => parameters[each] ?? ""), metric ?? "", unit].map(notFormula);
  return processes.flatMap(({samples, calls, counts}, process) =>
    samples.map((value, sample) => [...same, process, sample, calls?.[sample] ?? "", counts?.[sample] ?? 1, value])
  );
}
