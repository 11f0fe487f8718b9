import type {Fork} from "#lib/result.js";
import {atBestOf, isDisturbed} from "#lib/undisturbed.js";
import {formatQuantity} from "#lib/units.js";

/**
 * What a run knows of how quiet the machine can be, and how many of its forks found it so.
 *
 * A fork that was beside a busy neighbour from its beginning does not know what quiet is: it is told by those before.
 */
export class Neighbours {
  readonly #seen: readonly Fork[];
  readonly #forks: Fork[] = [];

  /** @param seen forks of the same session and runtime */
  constructor(seen: readonly Fork[]) {
    this.#seen = seen;
  }

  /** Steps of the chain that an empty call takes at best; undefined while nothing was measured. */
  get emptyCallSteps(): number | undefined {
    const atBest = this.#atBest();
    return Number.isFinite(atBest) ? atBest : undefined;
  }

  add(fork: Fork): void {
    this.#forks.push(fork);
  }

  /** What the reader should know of it; nothing if all was quiet. */
  notes(): string[] {
    const atBest = this.#atBest();
    const disturbed = this.#forks.filter((fork) => isDisturbed(fork, atBest)).length;
    if (disturbed === 0) return [];
    const of = formatQuantity(this.#forks.length, "process");
    return [`something else was busy on the same core, from end to end, in ${disturbed} of ${of}`];
  }

  #atBest(): number {
    return atBestOf([...this.#seen, ...this.#forks]);
  }
}
