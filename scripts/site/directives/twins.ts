import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {formatNs} from "#lib/units.js";
import {TWIN_HEAD, twinTable} from "../../bench/twins/twin-table.js";
import {checkTwins, type TwinsBench} from "../../bench/twins/twins-result.js";
import {DATA} from "../../store.js";
import {table} from "../chart/figure.js";
import {escapeHtml} from "../html.js";
import {benchProvenance} from "./bench-provenance.js";

/** `twins`: our figures of twins beside those of JMH and pyperf, of the last run of both. */
export function twins(): string {
  const file = join(DATA, "bench/twins.json");
  if (!existsSync(file)) return "<p>Not measured yet: <code>npm run bench:twins</code> does it.</p>";
  const bench = checkTwins(JSON.parse(readFileSync(file, "utf8")), "data/bench/twins.json");
  const lines = twinTable(bench).map((cells) => cells.map(escapeHtml));
  return `<div class="engine-bench">
${table(
  TWIN_HEAD.map(({title}) => title),
  lines
)}
<p><small>${escapeHtml(provenance(bench))}</small></p>
</div>`;
}

/** Work of others lengthens what is not left out of a mean. */
function loadText(load: readonly number[]): string {
  return load.length === 0 ? "" : ` Load average while it ran: ${Math.min(...load)} to ${Math.max(...load)}.`;
}

function provenance(bench: TwinsBench): string {
  const runtimes = bench.peers.map(({runtime}) => `${runtime.name} ${runtime.version}`).join(", ");
  const asked = bench.peers.map(({tool, settings}) => `${tool} was asked with ${settings}`).join("; ");
  const empty = bench.peers.map(({runtime: {name}}) => {
    const calls = bench.cells.filter(({runtime}) => runtime === name).map(({emptyCallNs}) => emptyCallNs);
    return `${formatNs(Math.min(...calls))} on the ${name}`;
  });
  const blocks = bench.cells[0]!.oursNs.length;
  return `${benchProvenance({...bench, complete: true}, runtimes, "Times and ratios")} ${blocks} blocks, in each a process of ours and one of theirs for every kernel. ${asked}. An empty call of ours, which is in our figures: ${empty.join(", ")}.${loadText(bench.load)}`;
}
