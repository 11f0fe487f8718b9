/** Steps of the chain beside a batch, where the clock is fine enough: about fifty microseconds. */
const STEPS = 50_000;

/**
 * A fixed run of dependent integer steps: every step waits for the one before, so its time counts clock
 * cycles and little else. Timed beside each batch it is a software cycle counter, which takes the changes of
 * the processor's frequency out of a comparison.
 */
export function referenceChain(steps: number, start: number): number {
  let x = start | 0;
  for (let i = 0; i < steps; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}

/** How many steps take at least `leastNs` on this machine, and at least the usual number. */
export function chainStepsFor(now: () => number, leastNs: number): number {
  let steps = STEPS;
  for (;;) {
    const start = now();
    referenceChain(steps, steps);
    if (now() - start >= leastNs) return steps;
    steps *= 2;
  }
}
