import {type Answered, answerOf} from "./answer.js";
import {type Batches, calibrate} from "./batches.js";
import {clockStep} from "./clock.js";
import type {Lab, Variant, VariantOptions} from "./lab.js";
import {emptyCallsFor, openCallSite} from "./opaque-call.js";
import {seededRandom} from "./random.js";
import {chainCallsFor} from "./reference-chain.js";
import type {Fork} from "./result.js";
import {takeBatches} from "./take-batches.js";
import {hasSettled, untilSteady} from "./until-steady.js";

/** What a runtime lends to a fork. Only the clock is needed. */
export interface Host {
  /** A monotonic clock, in nanoseconds. */
  now(): number;
  /** Processor time of this process so far, in nanoseconds: tells batches that were preempted. */
  cpuNs?(): number;
  /** Collects garbage now. */
  collect?(): void;
  /** Starts counting collections; the function it returns ends it. */
  countCollections?(): () => Promise<{count: number; ms: number}>;
}

/** How long a fork warms up and measures. All times in nanoseconds. */
export interface Settings {
  /** Least length of a batch. */
  readonly batchNs: number;
  /** Batches to keep. */
  readonly samples: number;
  /** Batches end when this is over, but not before seven. */
  readonly measureCapNs: number;
  /** How many times later they end while less than seven were undisturbed; 1 if left out. */
  readonly patience?: number;
  readonly warmupNs: number;
  readonly warmupCapNs: number;
  /** How far four windows of the warm-up may lie apart: 0.015 is 1.5 per cent. */
  readonly steadyWithin: number;
}

/** One fork to measure. `seed` makes the data: the same for all variants of a block. */
export interface ForkRequest {
  readonly block: number;
  readonly order: number;
  readonly variant: string;
  readonly size: number;
  readonly seed: number;
  /** Steps of the reference chain that an empty call takes on this machine at best; left out if nobody knows yet. */
  readonly emptyCallSteps?: number;
  readonly settings: Settings;
}

/** What a fork answers: the measurement, and the answer of the work for comparison between variants. */
export interface ForkReply {
  readonly fork: Fork;
  readonly answer: Answered;
}

/** Empty calls before and after each batch take at least this long, and twenty steps of the clock. */
const EMPTY_CALLS_NS = 10_000;

/**
 * Measures one variant at one size in this process, which must be fresh: code that ran before leaves
 * traces in the compiler's feedback. The variant is called through a call site that has seen many
 * functions, so it is neither inlined into the loop nor removed.
 *
 * @throws Error if the variant does not exist, or returns nothing that can be compared
 */
export async function measureFork<Input>(lab: Lab<Input>, request: ForkRequest, host: Host): Promise<ForkReply> {
  const {variant: name, size, seed, settings, emptyCallSteps = Number.POSITIVE_INFINITY} = request;
  const variant = lab.variants[name];
  if (variant === undefined) throw new Error(`the lab has no variant ${name}`);
  const {run, prepare} = optionsOf(variant);
  const data = lab.setup(size, seededRandom(seed));
  const input = prepare === undefined ? data : prepare(data);
  const answer = answerOf(run(input), `variant ${name} at ${size}`);

  openCallSite();
  const stepNs = clockStep(host.now);
  const batchNs = Math.max(settings.batchNs, 200 * stepNs);
  const chainCalls = chainCallsFor(host.now, 200 * stepNs);
  const emptyCalls = emptyCallsFor(host.now, Math.max(EMPTY_CALLS_NS, 20 * stepNs));
  const first = calibrate(run, input, host.now, batchNs);
  const batches: Batches = {run, input, host, chainCalls, emptyCalls, iterations: first};
  const agreed = untilSteady(batches, batchNs, settings);
  const iterations = calibrate(run, input, host.now, batchNs);

  host.collect?.();
  const stopCounting = host.countCollections?.();
  const taken = takeBatches({...batches, iterations}, settings, emptyCallSteps);
  const collections = (await stopCounting?.()) ?? null;
  const {block, order} = request;
  return {
    answer,
    fork: {
      block,
      order,
      variant: name,
      size,
      iterations,
      ...taken,
      collections,
      steady: agreed || hasSettled(taken, settings.steadyWithin),
      clockStepNs: stepNs
    }
  };
}

/** A variant in its long form. */
export function optionsOf<Input>(variant: Variant<Input>): VariantOptions<Input, Input> {
  return typeof variant === "function" ? {run: variant} : (variant as unknown as VariantOptions<Input, Input>);
}
