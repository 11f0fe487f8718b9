import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {ProfileBench} from "../../bench/profile-result.js";
import {profileRows} from "../../bench/profile-table.js";
import {DATA} from "../../store.js";
import {table} from "../chart/figure.js";
import {escapeHtml} from "../html.js";
import {benchProvenance} from "./bench-provenance.js";

/** `profilers`: the last benchmark of the profilers, one line a measure and one column a version of Node. */
export function profilers(): string {
  const file = join(DATA, "bench", "profile.json");
  if (!existsSync(file)) return "<p>Not measured yet: <code>npm run bench:profile</code> does it.</p>";
  const bench = JSON.parse(readFileSync(file, "utf8")) as ProfileBench;
  const rows = profileRows(bench);
  const nodes = [...new Set(rows.map(({node}) => node))];
  const measures = [...new Set(rows.map(({measure}) => measure))];
  const cellOf = (measure: string, node: string) => {
    const row = rows.find((one) => one.measure === measure && one.node === node);
    return row === undefined ? "" : `${row.value}${goalText(row.met)}`;
  };
  const cells = measures.map((measure) => [measure, ...nodes.map((node) => cellOf(measure, node))].map(escapeHtml));
  const tools = Object.entries(bench.tools).map(([tool, version]) => `${tool} ${version}`);
  const runtimes = [`node ${nodes.join(", ")}`, ...tools].join(" · ");
  return `<div class="engine-bench">
${table(["", ...nodes.map((node) => `Node ${node}`)], cells)}
<p><small>${escapeHtml(benchProvenance(bench, runtimes, "Percentages"))}</small></p>
</div>`;
}

function goalText(met: boolean | null): string {
  if (met === null) return "";
  return met ? ", goal met" : ", goal not met";
}
