import {type Batches, type Timed, timeBatch} from "./batches.js";
import type {Settings} from "./measure.js";
import {Quiet, UNDISTURBED} from "./quiet.js";
import {median} from "./stats/median.js";

/** What a fork keeps of its batches: see `Fork`. */
export interface Taken {
  readonly samplesNs: number[];
  readonly referenceNs: number[];
  readonly dropped: number;
  readonly emptyCallNs: number;
}

const LEAST_BATCHES = 7;

/**
 * Times batches until enough were undisturbed: the process was not preempted, and the empty calls beside it were
 * about as short as they can be.
 *
 * Two hardware threads share a core, and on a virtual machine the other one may be somebody else's. What runs there
 * for a millisecond or for seconds makes everything that fills the processor take up to twice as long. An empty call
 * fills it too, so a batch is chosen by a figure that knows nothing of the variant's own time.
 *
 * @param atBest steps of the chain that an empty call takes on this machine when nothing disturbs it, or more
 */
export function takeBatches(batches: Batches, settings: Settings, atBest: number): Taken {
  const {samples, measureCapNs, patience = 1} = settings;
  const {iterations, host} = batches;
  const start = host.now();
  const quiet = new Quiet(atBest);
  const all: Timed[] = [];
  let good = 0;
  for (let over = false; good < samples && !over; ) {
    const known = quiet.atBest;
    const timed = timeBatch(batches, quiet);
    all.push(timed);
    if (quiet.atBest === known) good += troubleOf(timed, iterations, known) <= 1 ? 1 : 0;
    else good = undisturbed(all, iterations, quiet.atBest).length;
    const capNs = measureCapNs * (good < LEAST_BATCHES ? patience : 1);
    over = all.length >= LEAST_BATCHES && host.now() - start > capNs;
  }
  const choose = good >= LEAST_BATCHES ? undisturbed : betterHalf;
  return taken(all, choose(all, iterations, quiet.atBest));
}

function taken(all: readonly Timed[], kept: readonly Timed[]): Taken {
  return {
    samplesNs: kept.map(({perIterationNs}) => fourDigits(perIterationNs)),
    referenceNs: kept.map(({perStepNs}) => fourDigits(perStepNs)),
    dropped: all.length - kept.length,
    emptyCallNs: fourDigits(median(kept.map(({emptyCallNs}) => emptyCallNs)))
  };
}

function undisturbed(all: readonly Timed[], iterations: number, atBest: number): Timed[] {
  return all.filter((timed) => troubleOf(timed, iterations, atBest) <= 1);
}

function betterHalf(all: readonly Timed[], iterations: number, atBest: number): Timed[] {
  const trouble = all.map((timed) => troubleOf(timed, iterations, atBest));
  const most = median(trouble);
  return all.filter((_, index) => trouble[index]! <= most);
}

/** How much a batch was disturbed, by what ran on the same core or in place of the process: above 1 is too much. */
function troubleOf({perIterationNs, emptyCallSteps, away}: Timed, iterations: number, atBest: number): number {
  return Math.max(emptyCallSteps / (atBest * UNDISTURBED), away / tolerated(perIterationNs * iterations));
}

/** The share of a batch that the process may be away: twenty-five microseconds, or three per cent if that is more. */
function tolerated(batchNs: number): number {
  return Math.max(0.03, 25_000 / batchNs);
}

/** Kept raw but compact: the clock does not know more. */
function fourDigits(ns: number): number {
  return Number(ns.toPrecision(4));
}
