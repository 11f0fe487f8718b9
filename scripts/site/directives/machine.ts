import {exactRuntimeName} from "#lib/runtime-name.js";
import {selfCheck} from "#lib/self-check.js";
import {formatBytes} from "#lib/units.js";
import {ReaderError} from "../../errors.js";
import {table} from "../chart/figure.js";
import {dayOf, listed, timeElement} from "../chart/provenance.js";
import type {DirectiveArguments} from "../directive.js";
import {type Environment, environmentsOf} from "../environments.js";
import {escapeHtml} from "../html.js";
import {labNames} from "../known-labs.js";

const PLACES = ["local", "reference"];

/** More runtimes than this are named below the reader's own machine; fewer have a row each. */
const MOST_OWN = 2;

/**
 * `machine`: who measured, and what each could resolve. `machine place=local` shows the reader's own alone, and of
 * many runtimes the one that measured last.
 */
export function machine({named}: DirectiveArguments): string {
  const place = named.get("place");
  if (place !== undefined && !PLACES.includes(place)) {
    throw new ReaderError(`no place is called ${place}`, `there are: ${PLACES.join(", ")}`);
  }
  const sessions = sessionsOf(labNames().flatMap(environmentsOf)).filter((one) => (place ?? one.place) === one.place);
  if (sessions.length === 0) return place === "local" ? notYet() : "<p>Nobody has measured yet.</p>";
  if (place !== "local" || sessions.length <= MOST_OWN) return tableOf(sessions);
  const [last, ...others] = [...sessions].sort((a, b) => b.run.started.localeCompare(a.run.started));
  const names = others.map(({run}) => exactRuntimeName(run.runtime)).sort();
  return `${tableOf([last!])}\n<p>It has measured with ${escapeHtml(listed(names))} too.</p>`;
}

function tableOf(sessions: readonly Environment[]): string {
  const rows = table(["machine", "runtime", "measured", "what it can tell apart"], sessions.map(rowOf));
  return `<div class="machines">${rows}</div>`;
}

/** The last run of every runtime on every machine. */
function sessionsOf(environments: readonly Environment[]): Environment[] {
  const sessions = new Map<string, Environment>();
  for (const environment of environments) {
    const {place, run, machine} = environment;
    const key = `${place} ${machine.id} ${run.runtime.name} ${run.runtime.version}`;
    if (run.started >= (sessions.get(key)?.run.started ?? "")) sessions.set(key, environment);
  }
  return [...sessions.values()].sort((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place));
}

function rowOf(environment: Environment): string[] {
  const {place, machine, run} = environment;
  const {name, version, engine} = run.runtime;
  const where = place === "local" ? "your machine" : machine.id;
  const parts = [machine.cpu, `${machine.cores} cores`, formatBytes(machine.memoryBytes), machine.os, machine.virtual];
  const facts = parts.filter((part) => part !== null).join(" · ");
  return [
    `${escapeHtml(where)}<br><small>${escapeHtml(facts)}</small>`,
    `${escapeHtml(`${name} ${version}`)}<br><small>${escapeHtml(engine)}</small>`,
    timeElement(dayOf(environment)),
    escapeHtml(selfCheck(run.selfCheck, run.margin, "that day")?.sentence ?? "No self-check was made.")
  ];
}

function notYet(): string {
  return "<p>Your machine has not been measured yet. <code>npm start</code> does it while you read on; this page then shows your verdicts beside ours.</p>";
}
