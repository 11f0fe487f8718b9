import {NodeChild} from "./node-child.js";

const windowMs = 300;
/** For the message to arrive, and for the first window to end everywhere. */
const pauseMs = 100;

/**
 * How much work two busy processes do together, in units of what one does alone: about 2 where two cores are
 * really there, about 1 where they share one. Takes about a second.
 *
 * @returns null where the processes did not come in time
 */
export async function parallelCapacity(): Promise<number | null> {
  const [first, second] = [new NodeChild("spin.mjs"), new NodeChild("spin.mjs")];
  await Promise.all([first.next(), second.next()]);
  const start = Date.now() + pauseMs;
  const alone = [start, start + windowMs];
  const together = [start + windowMs + pauseMs, start + 2 * windowMs + pauseMs];
  first.send([alone, together]);
  second.send([together]);
  const [[solo, one], [other]] = [ratesIn(await first.next()), ratesIn(await second.next())];
  return solo !== undefined && one !== undefined && other !== undefined ? (one + other) / solo : null;
}

function ratesIn(answer: unknown): (number | undefined)[] {
  const rates = (answer as {rates?: unknown} | undefined)?.rates;
  return Array.isArray(rates) ? rates.map((rate) => (typeof rate === "number" && rate > 0 ? rate : undefined)) : [];
}
