import {formatCount, formatNs, formatQuantity} from "#lib/units.js";
import {summaryOf} from "#lib/warmup/summary.js";
import type {Warmup, WarmupSeries} from "#lib/warmup/warmup.js";
import {classWords, countWords, seriesName, timeWords} from "#lib/warmup/warmup-words.js";
import type {Look} from "../report/table.js";
import {printableLine} from "../terminal/printable.js";
import {type Column, formatTable} from "../terminal/table.js";
import {wrap} from "../terminal/width.js";

const COLUMNS: readonly Column[] = [
  {title: ""},
  {title: "first call", droppable: 2},
  {title: "steady"},
  {title: "calls before", droppable: 1},
  {title: "time before", droppable: 3},
  {title: "class", least: 16}
];

const LEGEND =
  "the middle of the processes, and in brackets the least and the most of them · steady: a call on the last level, " +
  "which holds for the last quarter of the points or more · before: until that level is reached and not left again";

/** Steps of the clock that a point should take, so that its time says something. */
const STEPS = 20;

/** Warm-up curves as lines for a terminal: a table for each variant and size. */
export function warmupText({lab, series}: Warmup, look: Look): string[] {
  const cells = [...new Set(series.map(cellName))];
  const [measured, empty] = [series.filter(hasCurves), series.filter((one) => !hasCurves(one))];
  return [
    ...cells.flatMap((cell) => {
      const rows = measured.filter((one) => cellName(one) === cell).map(rowOf);
      if (rows.length === 0) return [];
      const [titles = "", ...lines] = formatTable(COLUMNS, rows, look.columns);
      return [
        look.paint("strong", `${printableLine(lab)}  ${printableLine(cell)}`),
        look.paint("quiet", titles),
        ...lines,
        ""
      ];
    }),
    ...(measured.length === 0 ? [] : wrap(LEGEND, look.columns).map((line) => look.paint("quiet", line))),
    ...[...measured.flatMap(notesOn), ...[...measured, ...empty].flatMap(failuresOf)].flatMap((note) => {
      const [first = "", ...rest] = wrap(note, look.columns - 2);
      return [`${look.paint("unsure", "!")} ${first}`, ...rest.map((line) => `  ${line}`)];
    })
  ];
}

function hasCurves({processes}: WarmupSeries): boolean {
  return processes.length > 0;
}

function cellName({variant, size, unit}: WarmupSeries): string {
  return `${variant} at ${formatQuantity(size, unit)}`;
}

function rowOf(series: WarmupSeries): string[] {
  const summary = summaryOf(series);
  const {first, steady, callsBefore, timeBefore, twoModes} = summary;
  const groups = twoModes ? ", two groups of processes" : "";
  return [
    `  ${printableLine(seriesName(series))}`,
    timeWords(first),
    timeWords(steady),
    countWords(callsBefore),
    timeWords(timeBefore),
    classWords(summary) + groups
  ];
}

function notesOn(series: WarmupSeries): string[] {
  const short = series.processes.some(({ns, calls}) => ns[0]! * calls[0]![1] < STEPS * series.clockStepNs);
  if (!short) return [];
  const step = `the clock's step of ${formatNs(series.clockStepNs)} is coarse for its first calls`;
  return [`${seriesName(series, true)}, ${cellName(series)}: ${step}`];
}

function failuresOf(series: WarmupSeries): string[] {
  const {failures} = series;
  if (failures.length === 0) return [];
  const times = failures.length === 1 ? "once" : `${formatCount(failures.length)} times`;
  return [`${seriesName(series, true)}, ${cellName(series)}: failed ${times}: ${printableLine(failures[0]!, 300)}`];
}
