const CHANGES = {most: 20_000, least: 10};
const ENOUGH_NS = 3e6;
/** A clock that does not move for so many reads is taken to stand still: more than a second. */
const READS = 20_000_000;

/**
 * The smallest step that the clock was seen to take, in nanoseconds. Browsers coarsen their clocks; batches
 * have to be long beside this.
 *
 * @throws Error if the clock stands still
 */
export function clockStep(now: () => number): number {
  const start = now();
  let smallest = Number.POSITIVE_INFINITY;
  let last = start;
  for (let reads = 0, changes = 0; changes < CHANGES.most; reads++) {
    const next = now();
    if (next > last) {
      smallest = Math.min(smallest, next - last);
      changes++;
      reads = 0;
      if (changes >= CHANGES.least && next - start > ENOUGH_NS) break;
    }
    last = next;
    if (reads > READS) throw new Error("the clock of this runtime stands still");
  }
  return Number(smallest.toPrecision(4));
}
