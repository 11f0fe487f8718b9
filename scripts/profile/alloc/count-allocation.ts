import * as v from "valibot";
import {median} from "#lib/stats/median.js";
import {shortestHalf} from "#lib/stats/shortest-half.js";
import {ask, type ChildOptions, ForkError} from "../../measure/ask.js";
import type {Cell} from "../../measure/plan.js";
import type {RuntimeHandle} from "../../measure/runtimes/runtime.js";
import type {AllocationRequest} from "./allocation-of-lab.js";

const ROUNDS = 9;
const SETTINGS = {seed: 1, rounds: ROUNDS, warmupMs: 600, roundMs: 150};

/** Bytes per iteration. */
export interface Counted {
  /** The middle of the rounds that lie closest together: what else V8 does meanwhile disturbs some of them. */
  readonly bytes: number;
  /** The rounds without their lowest and highest. */
  readonly range: readonly [low: number, high: number];
}

/** What one variant allocates at one size, garbage included. */
export interface Allocation extends Cell {
  /** On the heap of V8. */
  readonly heap: Counted;
  /** Outside of it: the bytes of ArrayBuffers, typed arrays and Buffers. */
  readonly outside: Counted;
  /** In a round. */
  readonly iterations: number;
}

const rounds = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(ROUNDS));
const Reply = v.object({iterations: v.pipe(v.number(), v.minValue(1)), heapBytes: rounds, outsideBytes: rounds});

/**
 * Counts in a fresh process, for a few seconds. Nothing that it tells was timed.
 *
 * @param program as `compileAllocation` made it
 * @throws ForkError if there is no answer that can be believed
 * @throws Interrupted if the reader stopped it
 */
export async function countAllocation(
  program: string,
  {variant, size}: Cell,
  options: Omit<ChildOptions, "child">
): Promise<Allocation> {
  const request: AllocationRequest = {variant, size, ...SETTINGS};
  const runtime = inOneThread(options.runtime);
  const {success, output} = v.safeParse(Reply, await ask(request, {...options, runtime, child: program}));
  if (!success) throw new ForkError("its answer: expected bytes per iteration");
  const {iterations, heapBytes, outsideBytes} = output;
  return {variant, size, iterations, heap: counted(heapBytes), outside: counted(outsideBytes)};
}

/** What other threads of the collector free is not told of. */
function inOneThread(runtime: RuntimeHandle): RuntimeHandle {
  return {...runtime, args: [...runtime.args, "--single-threaded-gc"]};
}

function counted(values: readonly number[]): Counted {
  const sorted = [...values].sort((a, b) => a - b);
  return {bytes: median(shortestHalf(values)), range: [sorted[1]!, sorted.at(-2)!]};
}
