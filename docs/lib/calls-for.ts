/**
 * How many calls take at least `leastNs`, found by doubling. A timing that was held up would end the doubling too early,
 * so two in a row have to be long enough.
 *
 * @param time nanoseconds for so many calls, which should be warm
 */
export function callsFor(time: (calls: number) => number, leastNs: number, first: number): number {
  let calls = first;
  while (Math.min(time(calls), time(calls)) < leastNs) calls *= 2;
  return calls;
}
