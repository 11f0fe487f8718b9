import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {FlameBench} from "../../bench/flame-result.js";
import {flameRows} from "../../bench/flame-table.js";
import {DATA} from "../../store.js";
import {table} from "../chart/figure.js";
import {escapeHtml} from "../html.js";

/** `large-profiles`: what a reader of this site and of Speedscope waits for, by the size of a profile. */
export function largeProfiles(): string {
  const file = join(DATA, "bench/flame.json");
  if (!existsSync(file)) return "<p>Not measured yet: <code>npm run bench:flame</code> does it.</p>";
  const bench = JSON.parse(readFileSync(file, "utf8")) as FlameBench;
  const rows = flameRows(bench).map(({file, viewer, picture, longestTask}) => [file, viewer, picture, longestTask]);
  return `<figure class="recording">${table(
    ["profile", "viewer", "first picture after", "longest task of the page"],
    rows.map((cells) => cells.map(escapeHtml))
  )}
<figcaption><small>${escapeHtml(provenance(bench))}</small></figcaption></figure>`;
}

function provenance({machine, browser, speedscope, date, outcomes, complete}: FlameBench): string {
  const facts = [machine.cpu, `${machine.cores} cores`, machine.virtual, browser, `Speedscope ${speedscope}`];
  const where = [...facts, date.slice(0, 10)].filter((fact) => fact !== null).join(" · ");
  const rounds = Math.max(...outcomes.map(({round}) => round));
  const whole = complete ? "" : " It was stopped before its end.";
  return `Medians of ${rounds} fresh pages each, in turn, in one browser without a window and without a graphics processor.${whole} ${where}`;
}
