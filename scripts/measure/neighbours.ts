import type {ForkReply} from "#lib/measure.js";
import type {Fork} from "#lib/result.js";
import {median} from "#lib/stats/median.js";
import {formatQuantity} from "#lib/units.js";

/** How often one fork is measured at most. */
const TRIES = 5;

/** How much longer than at best an empty call may take. */
const UNDISTURBED = 1.3;

/**
 * Measures forks again that did not have a core to themselves.
 *
 * Two hardware threads share a core, and on a virtual machine the other one may be somebody else's. Work there leaves
 * the reference chain almost as it is, since the chain waits for itself, and makes what fills the processor take up to
 * twice as long. An empty call fills it too: in steps of the chain it takes the same time in every variant, and more
 * beside a busy neighbour. So a fork is chosen by a figure that knows nothing of the variant's own time.
 */
export class Neighbours {
  /** Steps of the chain that an empty call takes at best. */
  #least: number;
  #repeated = 0;
  #disturbed = 0;

  /** @param seen forks of the same session and runtime */
  constructor(seen: readonly Fork[]) {
    this.#least = Math.min(Number.POSITIVE_INFINITY, ...seen.map(emptyCallSteps));
  }

  /**
   * Measures until a fork was undisturbed, `mayRepeat` says no, or it has been tried often enough; the fork that was
   * disturbed least counts.
   */
  async measure(fork: () => Promise<ForkReply>, mayRepeat: () => boolean): Promise<ForkReply> {
    let best = await fork();
    for (let tries = 1; this.#isDisturbed(best.fork) && tries < TRIES && mayRepeat(); tries++) {
      this.#repeated++;
      const other = await fork();
      if (emptyCallSteps(other.fork) < emptyCallSteps(best.fork)) best = other;
    }
    if (this.#isDisturbed(best.fork)) this.#disturbed++;
    return best;
  }

  /** What the reader should know of it; nothing if all was quiet. */
  notes(): string[] {
    if (this.#repeated === 0) return [];
    const [repeated, disturbed] = [this.#repeated, this.#disturbed].map((count) => formatQuantity(count, "process"));
    return [
      `something else was busy on the same core: ${repeated} measured again; disturbed all the same, and counted: ${disturbed}`
    ];
  }

  #isDisturbed(fork: Fork): boolean {
    const steps = emptyCallSteps(fork);
    this.#least = Math.min(this.#least, steps);
    return steps > this.#least * UNDISTURBED;
  }
}

/** An empty call in steps of the reference chain: another frequency of the processor changes both. */
function emptyCallSteps({emptyCallNs, referenceNs}: Fork): number {
  return emptyCallNs / median(referenceNs);
}
