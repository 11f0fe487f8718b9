import {command} from "../command.js";
import type {Environment} from "../environments.js";
import {escapeHtml} from "../html.js";
import {listed} from "./provenance.js";

/** What to type about results of the reader's own that are older than the lab; empty if there are none. */
export function staleNote(environments: readonly Environment[]): string {
  const own = environments.filter(({place, stale}) => place === "local" && stale);
  const [first] = own;
  if (first === undefined) return "";
  const names = listed(own.map(({name}) => name));
  return `<p class="stale-note"><b>The lab has changed since it was measured by ${escapeHtml(names)}.</b> To measure it again, type ${command(`npx lab run ${first.lab}`)}</p>`;
}
