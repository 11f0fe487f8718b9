import {explainReason} from "#lib/profile/v8-log/explain-reason.js";
import type {CacheSite, Deoptimisation} from "#lib/profile/v8-log/v8-log.js";
import type {LoggedThread} from "./read-logs.js";

/** What is shown of the logs of a program. */
export interface DeoptReport {
  /** Of all threads; those that repeat first. */
  readonly deoptimisations: readonly Deoptimisation[];
  /** Sites that have seen more than one shape, in functions that were compiled; the worst first. */
  readonly sites: readonly CacheSite[];
  /** How many deoptimisations are left out, and why. */
  readonly hidden: {readonly harmless: number; readonly ofNode: number};
}

/** @param all also what is harmless, what is in Node's own code, and sites of functions that have hardly run */
export function deoptReport(threads: readonly LoggedThread[], all: boolean): DeoptReport {
  const together = sumOf(threads.flatMap(({deoptimisations}) => deoptimisations));
  const own = together.filter(({places}) => all || !ofNode(places.at(-1)!.file) || !ofNode(places[0].file));
  const shown = own.filter((each) => all || !explainReason(each).harmless);
  const sites = threads
    .flatMap((thread) => thread.sites)
    .filter(
      ({state, place, tier}) => state !== "monomorphic" && (all || (!ofNode(place.file) && tier !== "interpreter"))
    );
  return {
    deoptimisations: shown.sort((a, b) => b.count - a.count || Number(isFirst(a)) - Number(isFirst(b))),
    sites: sites.sort((a, b) => Number(isFew(a)) - Number(isFew(b)) || b.misses - a.misses),
    hidden: {harmless: countOf(own) - countOf(shown), ofNode: countOf(together) - countOf(own)}
  };
}

/** The part of a function that had not run before it was compiled: usual at the beginning. */
function isFirst({reason}: Deoptimisation): boolean {
  return reason.startsWith("Insufficient type feedback");
}

function isFew({state}: CacheSite): boolean {
  return state === "polymorphic";
}

function ofNode(file: string): boolean {
  return file === "" || file.startsWith("node:");
}

function countOf(deoptimisations: readonly Deoptimisation[]): number {
  return deoptimisations.reduce((sum, {count}) => sum + count, 0);
}

function sumOf(deoptimisations: readonly Deoptimisation[]): Deoptimisation[] {
  const sums = new Map<string, Deoptimisation>();
  for (const each of deoptimisations) {
    const key = JSON.stringify([each.kind, each.reason, each.functionName, each.places]);
    sums.set(key, {...each, count: each.count + (sums.get(key)?.count ?? 0)});
  }
  return [...sums.values()];
}
