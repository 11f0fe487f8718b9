const CHANGES = 25;
const READS = 20_000_000;

/**
 * The smallest step that the clock was seen to take, in nanoseconds. Browsers coarsen their clocks; batches
 * have to be long beside this.
 *
 * @throws Error if the clock stands still
 */
export function clockStep(now: () => number): number {
  let smallest = Number.POSITIVE_INFINITY;
  let last = now();
  for (let reads = 0, changes = 0; changes < CHANGES; reads++) {
    const next = now();
    if (next > last) {
      smallest = Math.min(smallest, next - last);
      changes++;
    }
    last = next;
    if (reads > READS) throw new Error("the clock of this runtime stands still");
  }
  return smallest;
}
