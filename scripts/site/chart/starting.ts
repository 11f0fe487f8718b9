import {type Environment, environmentsByRank} from "../environments.js";

/** So many stand in a chart without crowding it. */
const MOST = 3;

/**
 * The environments that a chart starts with, of those that it has: all if they are few; else the reader's own, the
 * one that the text quotes, and the newest Node of its machine.
 *
 * @param shown environments of one lab, in the order of `environmentsOf`
 */
export function startingWith(shown: readonly Environment[]): Set<Environment> {
  const [first] = shown;
  if (first === undefined || shown.length <= MOST) return new Set(shown);
  const order = environmentsByRank(first.lab).map(({run}) => run);
  const ranked = [...shown].sort((a, b) => order.indexOf(a.run) - order.indexOf(b.run));
  const own = ranked.find(({place}) => place === "local");
  const quoted = ranked.find(({place}) => place === "reference");
  const beside = shown.filter(({place, machine}) => place === quoted?.place && machine.id === quoted.machine.id);
  const newest = beside.filter(({run}) => run.runtime.name === "node").at(-1);
  return new Set([own, quoted, newest].filter((one) => one !== undefined));
}
