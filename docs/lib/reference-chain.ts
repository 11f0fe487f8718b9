import {callsFor} from "./calls-for.js";
import {callBatch} from "./opaque-call.js";

/** Steps of one call of the chain: in short calls every tier of a compiler takes it for hot. */
const STEPS = 2_000;

/** Calls beside a batch, where the clock is fine enough: about a hundred microseconds. */
const CALLS = 50;

/** Calls after which the chain runs in the code that it keeps. */
const WARM_CALLS = 1_000;

/** Where the last call ended, and the next begins. */
const state = new Int32Array(1);

/**
 * A fixed run of dependent integer steps: every step waits for the one before, so its time counts clock
 * cycles and little else. Timed beside each batch it is a software cycle counter, which takes the changes of
 * the processor's frequency out of a comparison.
 *
 * It is called as variants are, through a call site that has seen many functions. Inlined into the code that times
 * batches it would run in whatever tier that code is in: V8 13.6 (Node 24) left it in Maglev in many processes. Its
 * length is a constant: with one that came as an argument, V8 12.4 (Node 22) took up to a third longer in some
 * processes. A call goes on where the one before ended: a processor overlaps calls that do not wait for each other, and
 * a step would seem shorter than it is by as much as the processor looks ahead.
 */
export function referenceChain(): number {
  let x = state[0]!;
  for (let i = 0; i < STEPS; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  state[0] = x;
  return x;
}

/** Nanoseconds of one step, over this many calls of the chain. */
export function chainStepNs(now: () => number, calls: number): number {
  const start = now();
  callBatch(referenceChain, calls, calls);
  return (now() - start) / (calls * STEPS);
}

/** Warms the chain. @returns how many calls take at least `leastNs` on this machine, and at least the usual number */
export function chainCallsFor(now: () => number, leastNs: number): number {
  callBatch(referenceChain, 1, WARM_CALLS);
  return callsFor((calls) => chainStepNs(now, calls) * calls * STEPS, leastNs, CALLS);
}
