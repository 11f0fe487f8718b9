import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {endSampling, startSampling, stopSampling} from "./sample-thread.js";
import {NoAnswer, ProtocolError, SessionEnded} from "./session.js";
import type {Target} from "./target.js";
import {MAIN_THREAD, openThreads, type Thread, type Threads} from "./threads.js";

/** How to sample a running process. */
export interface SampleOptions {
  readonly seconds: number;
  /** Asked of V8, in microseconds. */
  readonly intervalUs: number;
  /** Ends the recording early; what was sampled is kept. */
  readonly signal: AbortSignal;
  /** Called about once a second with the seconds that have passed. */
  readonly progress?: (seconds: number) => void;
}

/** What was sampled of one thread. */
export interface SampledThread {
  readonly name: string;
  readonly script: string;
  /** Pieces of the recording in order of time; none if nothing was collected before the thread ended. */
  readonly slices: readonly CpuProfile[];
  /** Why its last samples are missing; null if none are. */
  readonly lost: string | null;
}

/** How a recording ended: in full, by Ctrl-C, by an orderly exit of the target, or by its sudden death. */
export type Ending = "complete" | "stopped" | "exited" | "died";

/** What was sampled of a process. */
export interface Sampled {
  readonly threads: readonly SampledThread[];
  readonly seconds: number;
  readonly ending: Ending;
}

/**
 * The profiler is emptied this often, so that a target that dies takes no more than this with it. Each time costs
 * the target what starting the profiler costs.
 */
const SLICE_MS = 10_000;

/** Samples all threads of a target, also those that start meanwhile. */
export async function sampleTarget(target: Target, options: SampleOptions): Promise<Sampled> {
  const recorder = new Recorder(options.intervalUs);
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
      const {promise: passed, cancel} = delay(Math.min(left, SLICE_MS));
      const event = await Promise.race([ends.event, passed]).finally(cancel);
      const seconds = (performance.now() - start) / 1000;
      const ending = event ?? (left <= SLICE_MS ? "complete" : null);
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

interface ThreadRecord {
  readonly slices: CpuProfile[];
  lost: string | null;
}

class Recorder {
  readonly #records = new Map<Thread, ThreadRecord>();
  readonly #intervalUs: number;

  constructor(intervalUs: number) {
    this.#intervalUs = intervalUs;
  }

  async begin(thread: Thread): Promise<void> {
    this.#records.set(thread, {slices: [], lost: null});
    await startSampling(thread, this.#intervalUs).catch((error: unknown) => this.#gone(thread, error));
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
  result(): SampledThread[] {
    const threads = [...this.#records].map(([{name, script}, {slices, lost}]) => ({name, script, slices, lost}));
    return threads.sort((a, b) => Number(b.name === MAIN_THREAD) - Number(a.name === MAIN_THREAD));
  }

  /** Stop and start travel together, so that the thread does little of its own between them. */
  async #collectOne(thread: Thread, slices: CpuProfile[], again: boolean): Promise<void> {
    const stopped = stopSampling(thread).then((profile) => void slices.push(profile));
    const next = again ? startSampling(thread, this.#intervalUs) : endSampling(thread);
    for (const step of [stopped, next]) await step.catch((error: unknown) => this.#gone(thread, error));
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
