import {exactRuntimeName} from "#lib/runtime-name.js";
import {byMachineAndRuntime} from "../environment-names.js";
import type {Environment} from "../environments.js";
import {escapeHtml} from "../html.js";

/** Where, with what and when: "Node 24.21.0 on epyc-2, 2026-11-22", one phrase a machine, as HTML. */
export function provenance(environments: readonly Environment[]): string {
  const machines = new Map<string, Environment[]>();
  for (const environment of environments) {
    const key = `${environment.place} ${environment.machine.id}`;
    machines.set(key, [...(machines.get(key) ?? []), environment]);
  }
  return [...machines.values()].map(phrase).join("; ");
}

/** One environment with its whole version and the day: "<b>Node 24.21.0 on epyc-2</b>, 2026-11-22", as HTML. */
export function exactPlace(environment: Environment): string {
  const {machine, place, stale, run} = environment;
  const where = place === "local" ? "your machine" : machine.id;
  const since = stale ? ", before the lab changed" : "";
  return `<b>${escapeHtml(`${exactRuntimeName(run.runtime)} on ${where}`)}</b>, ${timeElement(dayOf(environment))}${since}`;
}

/** The day a run began, in UTC. */
export function dayOf({run}: Pick<Environment, "run">): string {
  return run.started.slice(0, 10);
}

function phrase(environments: readonly Environment[]): string {
  const [{machine, place}] = environments as [Environment];
  const runtimes = [...environments].sort(byMachineAndRuntime).map(({run}) => exactRuntimeName(run.runtime));
  const days = [...new Set(environments.map(dayOf))].sort();
  const stale = environments.some((one) => one.stale) ? " (before the lab changed)" : "";
  const where = place === "local" ? `your machine (${machine.cpu})` : `${machine.id} (${machine.cpu})`;
  return `${escapeHtml(`${listed(runtimes)} on ${where}`)}, ${days.map(timeElement).join(" and ")}${stale}`;
}

/** A day, for people and for programs. */
export function timeElement(day: string): string {
  return `<time datetime="${day}">${day}</time>`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
