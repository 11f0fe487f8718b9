import process from "node:process";
import {formatNs} from "#lib/units.js";
import {commandText} from "../../profile/check-target.js";
import type {ProcessInfo} from "../../profile/system/process-info.js";
import {thisSystem, untried} from "../../profile/system/this-system.js";
import {printableLine} from "../../terminal/printable.js";
import {type Column, formatTable} from "../../terminal/table.js";
import {terminal} from "../../terminal.js";

const columns: readonly Column[] = [
  {title: "PID", align: "right"},
  {title: "CPU", align: "right"},
  {title: "", droppable: 1},
  {title: "Command", least: 20}
];

/** Prints the Node processes of this user. @returns the exit code */
export async function listCandidates(json: boolean): Promise<number> {
  const system = thisSystem();
  const pids = (await system.nodes()).filter((pid) => pid !== process.pid);
  const found = (await Promise.all(pids.map((pid) => system.describe(pid)))).filter((info) => info !== null);
  const infos = found.sort((a, b) => (b.cpuSeconds ?? 0) - (a.cpuSeconds ?? 0));
  if (json) {
    terminal.printJson(infos.map((info) => ({...info, obstacle: obstacleOf(info)})));
    return 0;
  }
  const warning = untried();
  if (warning !== null) terminal.tell(warning);
  if (infos.length === 0) {
    terminal.print("none of your processes runs Node");
    return 0;
  }
  for (const line of formatTable(columns, infos.map(cells), terminal.columns)) terminal.print(line);
  terminal.tell("\n`lab profile attach PID` samples one of them, `lab profile top PID` watches it");
  return 0;
}

function cells(info: ProcessInfo): string[] {
  const cpu = info.cpuSeconds === null ? "" : formatNs(info.cpuSeconds * 1e9);
  return [String(info.pid), cpu, obstacleOf(info) ?? "", printableLine(commandText(info), 80)];
}

/** Why it cannot be attached to, as far as that is known without asking it. */
function obstacleOf({usr1, state, outOfReach}: ProcessInfo): string | null {
  if (outOfReach !== null) return "out of reach";
  if (state === "stopped") return "stopped";
  if (usr1 === "ignored") return "ignores SIGUSR1";
  return usr1 === "kills" ? "no handler for SIGUSR1" : null;
}
