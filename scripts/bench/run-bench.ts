import {readLoad} from "../machine.js";
import {ForkError, Interrupted} from "../measure/ask.js";
import type {BenchFailure, EngineBench, Outcomes} from "./engine-result.js";
import type {Job} from "./jobs.js";
import {runJob, type Workshop} from "./run-job.js";

/** Where a bench is. */
export interface BenchProgress {
  readonly job: Job;
  /** From 1. */
  readonly round: number;
  readonly rounds: number;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
}

/** What a bench left, whatever ended it. */
export type Measured = Outcomes & Pick<EngineBench, "complete" | "load">;

export interface BenchLimits {
  /** No job is begun after this; null for no limit. */
  readonly seconds: number | null;
  readonly progress: (state: BenchProgress) => void;
}

type Growing = {-readonly [Key in keyof Outcomes]: Outcomes[Key][number][]};

/** Runs rounds of jobs until all are done, the time is over, or the reader stops it. */
export async function runBench(
  rounds: readonly (readonly Job[])[],
  workshop: Workshop,
  limits: BenchLimits
): Promise<Measured> {
  const outcomes: Growing = {pairs: [], order: [], dead: [], ladder: [], failures: []};
  const load: number[] = [];
  const pace = new Pace(rounds.flat());
  for (const [index, jobs] of rounds.entries()) {
    const busy = readLoad();
    if (busy !== null) load.push(Number(busy.toFixed(2)));
    for (const job of jobs) {
      if (limits.seconds !== null && pace.elapsed() > limits.seconds) return {...outcomes, load, complete: false};
      limits.progress({job, round: index + 1, rounds: rounds.length, ...pace.state()});
      const start = performance.now();
      const added = await attempt(job, workshop);
      if (added === null) return {...outcomes, load, complete: false};
      add(outcomes, added);
      pace.finished(job, (performance.now() - start) / 1000);
    }
  }
  return {...outcomes, load, complete: true};
}

/**
 * One job that goes wrong must not cost the reader the others, so even a bug of ours becomes a failure, with its
 * stack.
 *
 * @returns what the job adds, a failure if it gave nothing; null if the reader stopped it
 */
async function attempt(job: Job, workshop: Workshop): Promise<Partial<Outcomes> | null> {
  try {
    return await runJob(job, workshop);
  } catch (error) {
    if (error instanceof Interrupted) return null;
    const reason = error instanceof ForkError ? error.message : String((error as Error).stack ?? error);
    const failure: BenchFailure = {tool: job.tool, what: job.kind, reason};
    return {failures: [failure]};
  }
}

function add(outcomes: Growing, added: Partial<Outcomes>): void {
  for (const key of Object.keys(added) as (keyof Outcomes)[]) outcomes[key].push(...(added[key] as never[]));
}

/** Tells the time left from how long jobs of the same kind took. */
class Pace {
  readonly #start = performance.now();
  readonly #waiting: Map<string, number>;
  readonly #seen = new Map<string, number[]>();
  readonly #total: number;
  #done = 0;

  constructor(jobs: readonly Job[]) {
    this.#total = jobs.length;
    this.#waiting = new Map();
    for (const job of jobs) this.#waiting.set(keyOf(job), (this.#waiting.get(keyOf(job)) ?? 0) + 1);
  }

  elapsed(): number {
    return (performance.now() - this.#start) / 1000;
  }

  finished(job: Job, seconds: number): void {
    const key = keyOf(job);
    this.#done++;
    this.#waiting.set(key, this.#waiting.get(key)! - 1);
    this.#seen.set(key, [...(this.#seen.get(key) ?? []), seconds]);
  }

  state(): Pick<BenchProgress, "done" | "total" | "secondsLeft"> {
    return {done: this.#done, total: this.#total, secondsLeft: this.#secondsLeft()};
  }

  #secondsLeft(): number | null {
    if (this.#done === 0) return null;
    const overall = this.elapsed() / this.#done;
    let left = 0;
    for (const [key, waiting] of this.#waiting) {
      const seen = this.#seen.get(key);
      left += waiting * (seen === undefined ? overall : seen.reduce((sum, one) => sum + one, 0) / seen.length);
    }
    return left;
  }
}

function keyOf({tool, kind}: Job): string {
  return `${tool} ${kind}`;
}
