import type {Comparison} from "#lib/profile/compare-profiles.js";
import {frameName, framePlace, weightText} from "#lib/profile/frame-text.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {withoutIdle} from "#lib/profile/idle.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {xmlText} from "#lib/profile/xml-text.js";
import {formatPercent} from "#lib/units.js";
import {table} from "./chart/figure.js";

/** Functions that a table names; the rest is counted. */
const MOST = 15;

/**
 * The functions of a profile by self weight, without idle time: what its flame graph says. HTML. Places are left out where
 * the profile names none.
 *
 * @param most functions that are named
 */
export function functionTable(profile: Profile, most = MOST): string {
  const shown = withoutIdle(profile);
  const whole = sumOf(shown).weight;
  const share = (weight: number) => `${weightText(weight, profile.unit)}, ${formatPercent(weight / whole)}`;
  const rows = functionRows(shown).filter(({total}) => total > 0);
  const cells = rows
    .slice(0, most)
    .map(({frame, self, total}) => [frameName(frame), share(self), share(total), framePlace(frame)]);
  const columns = cells.some(([, , , place]) => place !== "") ? 4 : 3;
  const shownCells = cells.map((row) => row.slice(0, columns));
  return withRest(["function", "self", "total", "place"].slice(0, columns), shownCells, rows.length);
}

/** The functions of two profiles by how much their share changed. HTML. */
export function changeTable({rows}: Comparison): string {
  const cells = rows
    .slice(0, MOST)
    .map(({frame, before, after, change, clear}) => [
      frameName(frame),
      formatPercent(before.self),
      formatPercent(after.self),
      clear === false ? `${change}, perhaps by chance` : change,
      framePlace(frame)
    ]);
  return withRest(["function", "self before", "self after", "change", "place"], cells, rows.length);
}

function withRest(head: readonly string[], rows: readonly (readonly string[])[], all: number): string {
  const escaped = rows.map((row) => row.map((cell) => xmlText(cell)));
  const more = all - rows.length;
  return `${table(head, escaped)}${more > 0 ? `<p>${more} more are not shown.</p>` : ""}`;
}
