import {formatTable} from "../terminal/table.js";
import type {Terminal} from "../terminal.js";
import type {EngineBench} from "./engine-result.js";
import {engineRows, engineTable} from "./engine-table.js";
import {judgeGoals} from "./goals.js";

/** Prints the table, how to read it, and the goals. */
export function printBench(bench: EngineBench, terminal: Terminal): void {
  const {tools, lines} = engineTable(engineRows(bench));
  const columns = [{title: ""}, ...tools.map((title) => ({title}))];
  const cells = lines.map(({measure, values}) => [measure, ...values]);
  for (const line of formatTable(columns, cells, Number.POSITIVE_INFINITY)) terminal.print(line);
  terminal.print();
  for (const {tool, version, different, settings} of bench.tools) {
    terminal.print(`${tool} ${version}: different when ${different} (${settings})`);
  }
  terminal.print();
  for (const {goal, met, seen} of judgeGoals(bench)) {
    const word =
      met === null
        ? terminal.paint("quiet", "open")
        : met
          ? terminal.paint("good", "met")
          : terminal.paint("bad", "not met");
    terminal.print(`${word}  ${goal}: ${seen}`);
  }
  for (const {tool, what, reason} of bench.failures) terminal.print(`failed: ${tool}, ${what}: ${reason}`);
}
