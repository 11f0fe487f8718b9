import {formatPercent, formatRatio} from "#lib/units.js";
import {type Count, type Outcomes, PAIRS, type PairKind, TOOLS, type Tool} from "./engine-result.js";
import {countPairs, deadNoticed, differs, linearity, orderBias, secondsOf} from "./summary.js";

export type {EngineBench} from "./engine-result.js";

/** One cell of the table that compares the engine with other tools. */
export interface EngineRow {
  readonly tool: Tool;
  /** The line of the table, the same text for every tool that has a value there. */
  readonly measure: string;
  readonly value: string;
}

/** How tables name what a pair is. */
const pairNames: Readonly<Record<PairKind, string>> = {
  identical: "identical work",
  "plus-1": "1 % more work",
  "plus-2": "2 % more work",
  "plus-5": "5 % more work",
  "allocation-identical": "identical work that allocates",
  "allocation-plus-5": "5 % more work that allocates"
};

const countNames: Readonly<Record<Count["what"], string>> = {
  different: "called different",
  same: "called the same within 1 %",
  found: "found",
  "wrong direction": "called different in the wrong direction"
};

/**
 * The table of `data/bench/engine.json`, one cell a row, ordered by line and then by tool. A tool that has no value
 * in a line has no row there.
 */
export function engineRows(bench: Outcomes): EngineRow[] {
  const counts = countPairs(bench.pairs);
  return [
    ...PAIRS.flatMap((pair) => pairRows(counts, pair)),
    ...rows("position: three shapes through one function", (tool) => factor(orderBias(bench, tool, "shapes"))),
    ...rows("position: wrappers made in a loop", (tool) => factor(orderBias(bench, tool, "wrappers"))),
    ...rows("dead work noticed", (tool) => deadText(deadNoticed(bench, tool))),
    ...rows("error of the slope over four sizes", (tool) => percent(linearity(bench, tool)?.slopeError)),
    ...rows("largest distance from that line", (tool) => percent(linearity(bench, tool)?.residual)),
    ...rows("seconds a pair", (tool) => secondsText(secondsOf(bench, tool, false))),
    ...rows("seconds a pair that allocates", (tool) => secondsText(secondsOf(bench, tool, true)))
  ];
}

/** The rows as a table: the tools that occur, and one line a measure with a text (or "") for each of them. */
export function engineTable(cells: readonly EngineRow[]): {
  tools: Tool[];
  lines: {measure: string; values: string[]}[];
} {
  const tools = TOOLS.filter((tool) => cells.some((cell) => cell.tool === tool));
  const measures = [...new Set(cells.map(({measure}) => measure))];
  const textOf = (measure: string, tool: Tool) =>
    cells.find((cell) => cell.measure === measure && cell.tool === tool)?.value ?? "";
  return {tools, lines: measures.map((measure) => ({measure, values: tools.map((tool) => textOf(measure, tool))}))};
}

function pairRows(counts: readonly Count[], pair: PairKind): EngineRow[] {
  const whats: Count["what"][] = differs(pair) ? ["found", "wrong direction"] : ["different", "same"];
  return whats.flatMap((what) =>
    rows(`${pairNames[pair]}: ${countNames[what]}`, (tool) => {
      const count = counts.find((one) => one.tool === tool && one.pair === pair && one.what === what);
      return count === undefined ? null : countText(count);
    })
  );
}

function rows(measure: string, textOf: (tool: Tool) => string | null): EngineRow[] {
  return TOOLS.flatMap((tool) => {
    const value = textOf(tool);
    return value === null ? [] : [{tool, measure, value}];
  });
}

/** "38 of 40 (84 to 99 %)": the interval is that of the share. */
function countText({n, of, interval}: Count): string {
  const [low, high] = interval.map((share) => Number((share * 100).toPrecision(2)));
  return `${n} of ${of} (${low} to ${high} %)`;
}

function factor(bias: number | null): string | null {
  return bias === null ? null : formatRatio(bias, bias < 2 ? 3 : 1);
}

function percent(share: number | undefined): string | null {
  return share === undefined ? null : formatPercent(share);
}

function deadText(dead: ReturnType<typeof deadNoticed>): string | null {
  if (dead === null) return null;
  return `${dead.noticed} of ${dead.of}${dead.falseAlarm ? ", and live work too" : ""}`;
}

function secondsText(seconds: ReturnType<typeof secondsOf>): string | null {
  return seconds === null ? null : `${seconds.median.toFixed(1)} (at most ${seconds.most.toFixed(1)})`;
}
