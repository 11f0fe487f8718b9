import {sorted} from "./sorted.js";

/**
 * Whether the values of several forks fall into two groups, as when a compiler settles on one of two outcomes:
 * both groups have at least two members, the gap between them is at least twice as wide as either of them
 * (three times for the fewest values), and it is at least 5 % of the value.
 *
 * @param values above 0, one a fork; fewer than 6 are never called two groups
 * @throws RangeError if there is no value, or one is not a finite number above 0
 */
export function twoModes(values: readonly number[]): boolean {
  const logs = sorted(values.map(Math.log));
  const n = logs.length;
  if (n < 6) return false;
  for (let split = 2; split <= n - 2; split++) {
    const gap = logs[split]! - logs[split - 1]!;
    const wider = Math.max(logs[split - 1]! - logs[0]!, logs[n - 1]! - logs[split]!);
    if (gap >= Math.log(1.05) && gap > gapNeeded(n) * wider) return true;
  }
  return false;
}

/** Found by simulation: see the false alarms counted in the test. */
function gapNeeded(n: number): number {
  return Math.max(2, 18 / n);
}
