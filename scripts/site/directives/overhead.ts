import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {formatInterval, formatLarge, formatQuantity, formatRatio} from "#lib/units.js";
import {type OverheadBench, type OverheadRow, overheadRows} from "../../bench/overhead/overhead-result.js";
import {DATA} from "../../store.js";
import {table} from "../chart/figure.js";
import {type DirectiveArguments, listOf} from "../directive.js";
import {escapeHtml} from "../html.js";

/**
 * `overhead tools=cProfile,py-spy`: how many times as long a program takes with a profiler, a row for each tool and
 * runtime, a column for each length of a call.
 */
export function overhead({named}: DirectiveArguments): string {
  const file = join(DATA, "bench/overhead.json");
  if (!existsSync(file)) return "<p>Not measured yet: <code>npm run bench:overhead</code> does it.</p>";
  const bench = JSON.parse(readFileSync(file, "utf8")) as OverheadBench;
  const tools = listOf(named.get("tools"));
  const rows = overheadRows(bench).filter(({tool}) => tools?.includes(tool) ?? true);
  const lines = [...new Set(rows.map(lineOf))].sort();
  const lengths = [...new Set(rows.map(({steps}) => steps))].sort((a, b) => a - b);
  const cell = (line: string, steps: number) => rows.find((row) => lineOf(row) === line && row.steps === steps);
  const shown = lines.map((line) => [escapeHtml(line), ...lengths.map((steps) => cellText(cell(line, steps)))]);
  const head = lengths.map((steps) => `${formatQuantity(steps, "step")} a call`);
  return `<figure class="recording">${table(["", ...head], shown)}
<figcaption><small>${escapeHtml(provenance(bench))}</small></figcaption></figure>`;
}

function lineOf({tool, runtime}: OverheadRow): string {
  return `${tool}, ${runtime}`;
}

function cellText(row: OverheadRow | undefined): string {
  if (row === undefined) return "";
  const {ratio, interval, callsPerSecond} = row;
  return `<b>${formatRatio(ratio)}</b> (${formatInterval(interval)})<br><small>${formatLarge(callsPerSecond)} calls a second</small>`;
}

function provenance({machine, date, cells}: OverheadBench): string {
  const facts = [machine.cpu, `${machine.cores} cores`, machine.virtual, date.slice(0, 10)];
  const where = facts.filter((fact) => fact !== null).join(" · ");
  const pairs = cells[0]?.with.length ?? 0;
  return `Time with the tool, times that without it; in brackets the 95 % interval of ${pairs} pairs of processes in random order. Calls a second are those of the program without it. ${where}`;
}
