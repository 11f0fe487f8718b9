import type {ThreadSampler} from "./sample-thread.js";
import {type Session, SessionEnded} from "./session.js";
import {openThreads, type Thread, type Threads} from "./threads.js";

/** Samples all threads of a target, also those that start meanwhile, and empties the samplers when it is asked. */
export class LiveThreads<Piece> {
  readonly #main: Session;
  readonly #sampler: ThreadSampler<Piece>;
  readonly #sampled = new Set<Thread>();
  #threads: Threads | undefined;

  /** @param main session of the main thread */
  constructor(main: Session, sampler: ThreadSampler<Piece>) {
    this.#main = main;
    this.#sampler = sampler;
  }

  /** Starts sampling. */
  async begin(): Promise<void> {
    this.#threads = await openThreads(this.#main, {
      started: (thread) => void this.#start(thread).catch(ignoreEnd),
      ended: (thread) => this.#sampled.delete(thread)
    });
    await Promise.all(
      this.#threads.now.filter((thread) => !this.#sampled.has(thread)).map((thread) => this.#start(thread))
    );
  }

  /** What the threads did since the last time; nothing for one that ended meanwhile. Sampling goes on. */
  async take(): Promise<Piece[]> {
    const pieces: Piece[] = [];
    const keep = (piece: Piece) => void pieces.push(piece);
    await Promise.all([...this.#sampled].map((thread) => this.#turnOver(thread).then(keep).catch(ignoreEnd)));
    return pieces;
  }

  /** Stops sampling. Does not throw. */
  async end(): Promise<void> {
    await Promise.all([...this.#sampled].map((thread) => this.#sampler.end(thread).catch(() => {})));
    await this.#threads?.release();
  }

  async #start(thread: Thread): Promise<void> {
    this.#sampled.add(thread);
    await this.#sampler.start(thread);
  }

  /** Both commands travel together, so that the thread does little of its own between them. */
  async #turnOver(thread: Thread): Promise<Piece> {
    const {collect, start, cumulative} = this.#sampler;
    const [piece] = await Promise.all([collect(thread), cumulative ? null : start(thread)]);
    return piece;
  }
}

/** A worker may end at any moment. */
function ignoreEnd(error: unknown): void {
  if (!(error instanceof SessionEnded)) throw error;
}
