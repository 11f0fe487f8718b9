import type {Random} from "#lib/lab.js";
import {shuffle} from "#lib/random.js";

/**
 * Lets each take a step, then each another, in a random order in every round, until all have ended: what drifts
 * meanwhile falls on all of them.
 *
 * @returns what each returned, in the order in which they were given
 */
export async function inTurn<Value>(all: readonly AsyncGenerator<unknown, Value>[], random: Random): Promise<Value[]> {
  const values = new Map<number, Value>();
  while (values.size < all.length) {
    const open = [...all.keys()].filter((index) => !values.has(index));
    for (const index of shuffle(open, random)) {
      const step = await all[index]!.next();
      if (step.done === true) values.set(index, step.value);
    }
  }
  return [...all.keys()].map((index) => values.get(index)!);
}
