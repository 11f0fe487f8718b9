import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type EngineBench, engineRows, engineTable} from "../../bench/engine-table.js";
import {judgeGoals} from "../../bench/goals.js";
import {DATA} from "../../store.js";
import {table} from "../chart/figure.js";
import {escapeHtml} from "../html.js";
import {benchProvenance} from "./bench-provenance.js";

/** `engine`: the last benchmark of the engine beside other tools, with its goals and how each tool was asked. */
export function engine(): string {
  const file = join(DATA, "bench", "engine.json");
  if (!existsSync(file)) return "<p>Not measured yet: <code>npm run bench:engine</code> does it.</p>";
  const bench = JSON.parse(readFileSync(file, "utf8")) as EngineBench;
  const {tools, lines} = engineTable(engineRows(bench));
  const cells = lines.map(({measure, values}) => [measure, ...values].map(escapeHtml));
  const goals = judgeGoals(bench).map(({goal, met, seen}) => [goal, metText(met), seen].map(escapeHtml));
  const asked = bench.tools.map(({tool, version, settings, different}) =>
    [`${tool} ${version}`, settings, different].map(escapeHtml)
  );
  return `<div class="engine-bench">
${table(["", ...tools], cells)}
<p><small>${escapeHtml(benchProvenance(bench, `${bench.runtime.name} ${bench.runtime.version}`, "Shares"))}</small></p>
<h3 id="our-goals">Our goals, and whether they were met</h3>
${table(["goal", "met", "seen"], goals)}
<details><summary>How each tool was asked</summary>
${table(["tool", "settings", "counts as different when"], asked)}
</details>
</div>`;
}

function metText(met: boolean | null): string {
  return met === null ? "not measured" : met ? "met" : "not met";
}
