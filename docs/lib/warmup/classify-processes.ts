import type {ProcessClass} from "./classify-process.js";

/** What several processes of one program did: the class of all, or that they disagree. */
export type CommonClass = ProcessClass | "good inconsistent" | "bad inconsistent";

/**
 * The class of a set of processes (Barrett and others 2017): that of each, if they agree. Else they are inconsistent:
 * `good` if each is flat or warms up, so that all come to their best, `bad` if one slows down or never settles.
 *
 * @throws RangeError if there is no process
 */
export function classifyProcesses(classes: readonly ProcessClass[]): CommonClass {
  const [first] = classes;
  if (first === undefined) throw new RangeError("classes: expected at least one process");
  if (classes.every((one) => one === first)) return first;
  return classes.every((one) => one === "flat" || one === "warm-up") ? "good inconsistent" : "bad inconsistent";
}

/** How many processes are of each class, the most frequent first. */
export function countClasses(classes: readonly ProcessClass[]): [name: ProcessClass, count: number][] {
  const counts = new Map<ProcessClass, number>();
  for (const name of classes) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
