import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {cpuSampler, type ThreadSampler} from "./sample-thread.js";
import {NoAnswer, ProtocolError, SessionEnded} from "./session.js";
import type {Target} from "./target.js";
import {MAIN_THREAD, openThreads, type Thread, type Threads} from "./threads.js";

/** How long to sample a running process. */
export interface WatchOptions {
  readonly seconds: number;
  /** Ends the recording early; what was sampled is kept. */
  readonly signal: AbortSignal;
  /** Called about once a second with the seconds that have passed. */
  readonly progress?: (seconds: number) => void;
}

/** How to sample the processor time of a running process. */
export interface SampleOptions extends WatchOptions {
  /** Asked of V8, in microseconds. */
  readonly intervalUs: number;
}

/** What was sampled of one thread. */
export interface SampledThread<Piece = CpuProfile> {
  readonly name: string;
  readonly script: string;
  /** Pieces of the recording in order of time; none if nothing was collected before the thread ended. */
  readonly slices: readonly Piece[];
  /** Why its last samples are missing; null if none are. */
  readonly lost: string | null;
}

/**
 * How a recording ended: in full, by Ctrl-C, by an orderly exit of the target, by its sudden death, or because another
 * program closed its inspector.
 */
export type Ending = "complete" | "stopped" | "exited" | "died" | "cut";

/** What was sampled of a process. */
export interface Sampled<Piece = CpuProfile> {
  readonly threads: readonly SampledThread<Piece>[];
  readonly seconds: number;
  readonly ending: Ending;
}

/** Samples the processor time of all threads of a target, as `sampleThreads` does. */
export function sampleTarget(target: Target, options: SampleOptions): Promise<Sampled> {
  return sampleThreads(target, options, cpuSampler(options.intervalUs));
}

/** Samples all threads of a target, also those that start meanwhile. */
export async function sampleThreads<Piece>(
  target: Target,
  options: WatchOptions,
  sampler: ThreadSampler<Piece>
): Promise<Sampled<Piece>> {
  const recorder = new Recorder(sampler);
  const threads = await openThreads(target.inspector, {
    started: (thread) => void recorder.begin(thread),
    ended: (thread) => recorder.lose(thread, "it ended")
  });
  await recorder.beginAll(threads);
  const start = performance.now();
  const end = start + options.seconds * 1000;
  const ends = whatEnds(target, options.signal);
  const ticks = setInterval(() => options.progress?.((performance.now() - start) / 1000), 1000);
  try {
    for (;;) {
      const left = end - performance.now();
      const {promise: passed, cancel} = delay(Math.min(left, sampler.sliceMs));
      const event = await Promise.race([ends.event, passed]).finally(cancel);
      const seconds = (performance.now() - start) / 1000;
      const ending = event ?? (left <= sampler.sliceMs ? "complete" : null);
      await recorder.collect(ending === null);
      if (ending !== null) return {threads: recorder.result(), seconds, ending};
    }
  } finally {
    clearInterval(ticks);
    ends.forget();
    await threads.release();
  }
}

/** What ends a recording early. */
function whatEnds(target: Target, signal: AbortSignal): {event: Promise<Ending>; forget: () => void} {
  const forgetting = new AbortController();
  const stopped = new Promise<Ending>((resolve) => {
    if (signal.aborted) resolve("stopped");
    else signal.addEventListener("abort", () => resolve("stopped"), {once: true, signal: forgetting.signal});
  });
  const exited = target.exiting.then((): Ending => "exited");
  const died = target.inspector.ended.then((): Ending => "died");
  return {event: Promise.race([stopped, exited, died]), forget: () => forgetting.abort()};
}

function delay(ms: number): {promise: Promise<null>; cancel: () => void} {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return {promise, cancel: () => clearTimeout(timer)};
}

interface ThreadRecord<Piece> {
  readonly slices: Piece[];
  lost: string | null;
}

class Recorder<Piece> {
  readonly #records = new Map<Thread, ThreadRecord<Piece>>();
  readonly #sampler: ThreadSampler<Piece>;

  constructor(sampler: ThreadSampler<Piece>) {
    this.#sampler = sampler;
  }

  async begin(thread: Thread): Promise<void> {
    this.#records.set(thread, {slices: [], lost: null});
    await this.#sampler.start(thread).catch((error: unknown) => this.#gone(thread, error));
  }

  async beginAll({now}: Threads): Promise<void> {
    await Promise.all(now.filter((thread) => !this.#records.has(thread)).map((thread) => this.begin(thread)));
  }

  lose(thread: Thread, reason: string): void {
    const record = this.#records.get(thread);
    if (record !== undefined) record.lost ??= reason;
  }

  /** @param again whether sampling goes on */
  async collect(again: boolean): Promise<void> {
    const living = [...this.#records].filter(([, {lost}]) => lost === null);
    await Promise.all(living.map(([thread, {slices}]) => this.#collectOne(thread, slices, again)));
  }

  /** The main thread first. */
  result(): SampledThread<Piece>[] {
    const threads = [...this.#records].map(([{name, script}, {slices, lost}]) => ({name, script, slices, lost}));
    return threads.sort((a, b) => Number(b.name === MAIN_THREAD) - Number(a.name === MAIN_THREAD));
  }

  /** Stop and start travel together, so that the thread does little of its own between them. */
  async #collectOne(thread: Thread, slices: Piece[], again: boolean): Promise<void> {
    const {cumulative} = this.#sampler;
    const collected = this.#sampler.collect(thread).then((piece) => {
      slices.splice(cumulative ? 0 : slices.length, slices.length, piece);
    });
    const steps = [collected];
    if (!again) steps.push(this.#sampler.end(thread));
    else if (!cumulative) steps.push(this.#sampler.start(thread));
    for (const step of steps) await step.catch((error: unknown) => this.#gone(thread, error));
  }

  #gone(thread: Thread, error: unknown): void {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    this.lose(thread, reason);
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof SessionEnded) return "it ended";
  if (error instanceof NoAnswer) return "it did not answer";
  return error instanceof ProtocolError ? error.message : null;
}
