import {callsFor} from "./calls-for.js";

/** Where the values go, so that no compiler can prove that the work is for nothing. */
export const sink: {value: unknown} = {value: undefined};

/** One iteration: called with the variant's input, returns its answer. */
export type Iteration = (input: never) => unknown;

/** Calls the variant `iterations` times. The only call site of a fork: see `openCallSite`. */
export function callBatch(run: Iteration, input: unknown, iterations: number): void {
  for (let i = 0; i < iterations; i++) sink.value = run(input as never);
}

/**
 * Shows the call site many functions and inputs before a variant meets it. A site that has seen one function
 * only is inlined, and then the loop and the variant are optimised as one: work moves out of the loop or
 * disappears, and the figure depends on what ran before.
 */
export function openCallSite(): void {
  const decoys: [Iteration, unknown][] = [
    [(x: number) => x + 1, 1],
    [(x: string) => x.length, "two"],
    [(x: {a: number}) => x.a, {a: 3}],
    [(x: number[]) => x[0], [4]],
    [(x: {b: string}) => x.b, {b: "5"}],
    [(x: Float64Array) => x.length, new Float64Array(6)],
    [(x: null) => x, null]
  ];
  for (let round = 0; round < 20; round++) {
    for (const [run, input] of decoys) callBatch(run, input, 50);
  }
}

/** Functions that do nothing: two, so that no compiler takes the one that is called for a constant. */
const EMPTY: readonly Iteration[] = [(input) => input, () => undefined];

/** Nanoseconds for a call of a function that does nothing, in the same loop: what each iteration carries. */
export function emptyCallNs(now: () => number, calls: number): number {
  const start = now();
  callBatch(EMPTY[calls & 1]!, undefined, calls);
  return (now() - start) / calls;
}

/** Calls after which the empty functions run in the code that they keep. */
const WARM_CALLS = 20_000;

/** Warms the empty call. @returns how many of them take at least `leastNs`: an even number */
export function emptyCallsFor(now: () => number, leastNs: number): number {
  for (const run of EMPTY) callBatch(run, undefined, WARM_CALLS);
  return callsFor((calls) => emptyCallNs(now, calls) * calls, leastNs, 1024);
}
