/** What an iteration allocates, garbage included: bytes. */
export interface Allocated {
  /** On the heap of V8. */
  readonly heap: number;
  /** Outside of it. */
  readonly outside: number;
  /** While the larger number of iterations ran. */
  readonly collections: {readonly count: number; readonly ms: number};
}

/**
 * Counts the growth of the used heap, and all that collections freed meanwhile, for twice as many iterations less once
 * as many: then the cost of asking is in neither.
 *
 * @param repeat does so many iterations
 */
export function allocatedPerIteration(repeat: (iterations: number) => void, iterations: number): Allocated;
