/** Points for each doubling of the calls, once there are enough of them. */
const A_DOUBLING = 128;

/** The first calls are timed alone, however short they are. */
const ALONE = 16;

/** A point of fewer steps of the clock says little. */
const STEPS = 20;

/**
 * How many calls the next point holds. One, as long as that is more than a hundredth of all calls so far; then so many
 * that there are 128 points for each doubling of the calls: a chart with a logarithmic axis shows no more. Calls that are
 * short beside the clock are timed together after the sixteenth, until a point takes twenty of its steps. A power of two,
 * never fewer than before, and at most twice as many.
 *
 * @param last how many calls were made so far, how many the last point held, and the nanoseconds of one
 * @param stepNs the smallest step of the clock
 */
export function nextCalls(
  last: {readonly done: number; readonly calls: number; readonly perCall: number},
  stepNs: number
): number {
  const {done, calls, perCall} = last;
  const enough = done >= 2 * A_DOUBLING && 2 * calls * A_DOUBLING <= done;
  const short = done >= ALONE && calls * perCall < STEPS * stepNs;
  return enough || short ? 2 * calls : calls;
}
