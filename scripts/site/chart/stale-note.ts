import {command} from "../command.js";
import {type Environment, environmentsOf} from "../environments.js";
import {escapeHtml} from "../html.js";
import {listed} from "./provenance.js";

/** The labs of which a page has said it. */
const said = new WeakMap<object, Set<string>>();

/** What to type about results of the reader's own that are older than the lab; once on a page, and empty without any. */
export function staleNote(lab: string, page: object): string {
  const labs = said.get(page) ?? new Set();
  said.set(page, labs);
  if (labs.has(lab)) return "";
  labs.add(lab);
  return staleText(environmentsOf(lab));
}

/** As `staleNote`, of all the environments of a lab. */
export function staleText(environments: readonly Environment[]): string {
  const own = environments.filter(({place, stale}) => place === "local" && stale);
  const [first] = own;
  if (first === undefined) return "";
  const names = listed(own.map(({name}) => name));
  return `<div class="stale-note"><p><b>The lab has changed since it was measured by ${escapeHtml(names)}.</b> To measure it again, type:</p>${command(`npx lab run ${first.lab}`)}</div>`;
}
