import {type Answered, answerOf} from "../answer.js";
import {clockStep} from "../clock.js";
import type {Lab} from "../lab.js";
import {optionsOf} from "../measure.js";
import {callBatch, type Iteration, openCallSite} from "../opaque-call.js";
import {seededRandom} from "../random.js";
import type {Curve} from "./curve.js";
import {nextCalls} from "./next-calls.js";

/** What one process is asked: one variant at one size, from its first call on. */
export interface WarmupRequest {
  readonly variant: string;
  readonly size: number;
  /** Makes the data. */
  readonly seed: number;
  /** It ends after so many calls … */
  readonly mostCalls: number;
  /** … or when so many nanoseconds are over, whichever comes first. */
  readonly mostNs: number;
  /** Whether every call is timed alone, however short it is. */
  readonly each: boolean;
}

/** What one process answers. */
export interface WarmupReply {
  readonly curve: Curve;
  /** The smallest step of the clock that was seen, in nanoseconds. */
  readonly clockStepNs: number;
  readonly answer: Answered;
}

/**
 * Times the calls of a variant from the first one on, in this process, which must be fresh. The call site has met many
 * functions before, as in a timed run, so that the variant is neither inlined into the loop nor removed. `nextCalls`
 * says which calls are timed alone.
 *
 * @param now a monotonic clock, in nanoseconds
 * @throws Error if the variant does not exist, or returns nothing that can be compared
 */
export function takeCalls<Input>(lab: Lab<Input>, request: WarmupRequest, now: () => number): WarmupReply {
  const variant = lab.variants[request.variant];
  if (variant === undefined) throw new Error(`the lab has no variant ${request.variant}`);
  const {run, prepare} = optionsOf(variant);
  const data = lab.setup(request.size, seededRandom(request.seed));
  const input = prepare === undefined ? data : prepare(data);
  openCallSite();
  const clockStepNs = clockStep(now);
  const curve = timeCalls(run, input, {...request, clockStepNs}, now);
  return {curve, clockStepNs, answer: answerOf(run(input), `variant ${request.variant} at ${request.size}`)};
}

/**
 * The variant comes as a parameter: in a closure it would be a constant to a compiler, which then inlines it into this
 * loop whatever the call site has met (V8 13 and later).
 */
function timeCalls(
  run: Iteration,
  input: unknown,
  {mostCalls, mostNs, each, clockStepNs}: WarmupRequest & Pick<WarmupReply, "clockStepNs">,
  now: () => number
): Curve {
  const ns: number[] = [];
  const lengths: [points: number, calls: number][] = [];
  const began = now();
  for (let done = 0, calls = 1; done < mostCalls; ) {
    const start = now();
    callBatch(run, input, calls);
    const end = now();
    const perCall = Math.max(end - start, clockStepNs / 2) / calls;
    ns.push(Number(perCall.toPrecision(4)));
    const last = lengths.at(-1);
    if (last?.[1] === calls) last[0]++;
    else lengths.push([1, calls]);
    done += calls;
    if (end - began >= mostNs) break;
    if (!each) calls = Math.min(nextCalls({done, calls, perCall}, clockStepNs), mostCalls - done);
  }
  return {ns, calls: lengths};
}
