import {compareSides, type SidesCompared} from "#lib/compare-sides.js";
import {type FailOn, type Gate, judgeGate} from "#lib/fail-on.js";
import {formatInterval, formatPercent, formatRatio} from "#lib/units.js";
import {ReaderError} from "../errors.js";
import {compareJson} from "../report/compare-json.js";
import {compareText} from "../report/compare-text.js";
import {printableLine} from "../terminal/printable.js";
import {terminal} from "../terminal.js";
import type {CompareFlags} from "./compare.js";
import {type Stratum, strataOf} from "./compare-sides.js";

interface Compared {
  readonly label: string;
  readonly compared: SidesCompared;
}

/** `lab compare`. @returns the exit code: 1 if `--fail-on` found something */
export async function compareCommand(sides: readonly string[], {margin, failOn, json}: CompareFlags): Promise<number> {
  const all = (await strataOf(sides)).map(
    ({label, sides}: Stratum): Compared => ({label, compared: compareSides(sides, margin)})
  );
  if (all.every(({compared}) => compared.tables.every(({rows}) => rows.length === 0))) throw nothingInCommon(all);
  const gates =
    failOn === undefined ? [] : all.map(({label, compared}) => ({label, gate: judgeGate(compared, failOn)}));
  if (json === true) terminal.printJson(compareJson(all, gates));
  else
    for (const {label, compared} of all)
      for (const line of compareText(label, compared, terminal)) terminal.print(line);
  return failOn === undefined
    ? 0
    : tellGates(
        gates.map(({gate}) => gate),
        failOn
      );
}

/** @returns the exit code */
function tellGates(gates: readonly Gate[], failOn: FailOn): number {
  const failed = gates.flatMap((gate) => gate.failed);
  const sum = (of: (gate: Gate) => number) => gates.reduce((total, gate) => total + of(gate), 0);
  const judged = sum((gate) => gate.judged);
  const what = `${failOn.verdict} by more than ${formatPercent(failOn.share)}`;
  if (judged === 0)
    throw new ReaderError("--fail-on: nothing has an interval to be judged by", "measure more processes");
  for (const {side, row} of failed) {
    if (typeof row.ratio === "string") continue;
    const figure = `${formatRatio(row.ratio.ratio)} (${formatInterval(row.ratio.interval)})`;
    terminal.tell(`${what}: ${printableLine(row.title)} in ${printableLine(side)}: ${figure}`);
  }
  const open = sum((gate) => gate.open);
  const rest = open === 0 ? "" : `; ${open} could be, their intervals leave it open`;
  terminal.tell(`--fail-on: ${failed.length} of ${judged} ${failed.length === 1 ? "is" : "are"} ${what}${rest}`);
  return failed.length === 0 ? 0 : 1;
}

function nothingInCommon(all: readonly Compared[]): ReaderError {
  const [{compared}] = all as [Compared];
  const [table] = compared.tables;
  const some = (titles: readonly string[]) =>
    titles
      .slice(0, 3)
      .map((title) => printableLine(title))
      .join(", ") || "nothing";
  return new ReaderError("lab compare: the sides have measured nothing in common", [
    `${compared.names[0]}: ${some(table?.onlyFirst ?? [])}`,
    `${table?.name ?? ""}: ${some(table?.onlyThis ?? [])}`,
    "things are the same if their names and parameters are"
  ]);
}
