/**
 * How much longer than at best empty calls may take beside work that nothing disturbed.
 *
 * Where code lies, and what a collection left in the caches, lengthens them a little and leaves the work beside them
 * alone; another program on the same core lengthens both, and more. The bound lies between the two groups of figures
 * that x86-64 machines showed.
 */
export const UNDISTURBED = 1.45;

/** Batches whose chains are looked at for the clock of one: some milliseconds, in which a frequency stays. */
const CHAINS = 8;

/**
 * How long an empty call takes, in steps of the reference chain, when nothing else is busy on the core.
 *
 * Single timings err upwards only: an interruption lengthens either of the two. So a call is divided by the shortest
 * chain around it, and the best is the shortest call by the shortest chain; the least of all quotients would be that
 * of the chain that was interrupted most.
 */
export class Quiet {
  readonly #told: number;
  #leastCallNs = Number.POSITIVE_INFINITY;
  #leastStepNs = Number.POSITIVE_INFINITY;
  #chains: number[] = [];

  /** @param told what is known from elsewhere, in steps; infinite if nothing is */
  constructor(told: number) {
    this.#told = told;
  }

  /** Takes in an empty call and a step of the chain that were timed together. @returns the call in steps */
  add(callNs: number, stepNs: number): number {
    this.#leastCallNs = Math.min(this.#leastCallNs, callNs);
    this.#leastStepNs = Math.min(this.#leastStepNs, stepNs);
    this.#chains = [...this.#chains.slice(1 - CHAINS), stepNs];
    return callNs / Math.min(...this.#chains);
  }

  /** Steps of an empty call at best, as far as is known; infinite before anything is. */
  get atBest(): number {
    const own = this.#leastCallNs / this.#leastStepNs;
    return Number.isNaN(own) ? this.#told : Math.min(this.#told, own);
  }
}
