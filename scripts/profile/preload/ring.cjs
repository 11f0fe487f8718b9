"use strict";

const {console: inspected, Session} = require("node:inspector");
const {isMainThread, threadId} = require("node:worker_threads");
const {mapsOf} = require("./code.cjs");
const {carefully, leave, takeBack} = require("./folder.cjs");
const {WatchedLoop} = require("./loop.cjs");
const {listen} = require("./signals.cjs");
const {askWorkers} = require("./workers.cjs");

/** What comes again before this is the same wish: Ctrl-\ reaches a program and whoever started it. */
const SAME_MS = 400;

/**
 * Samples a thread in slices, watches its event loop meanwhile, and keeps the last of them in the folder: whatever ends
 * the thread, it loses no more than the slice that is open.
 *
 * V8 takes tens of milliseconds to start its sampler, for it lists all compiled code first. While a profile with a name
 * is open, the next one begins at once; only the console can have several.
 */
class SlicedSampling {
  /** The kind of file that says that the thread has left all. */
  done = "end";
  #session = new Session();
  #ring;
  #stop;
  /** Profiles that have ended, by name: the program may have ended one with its own console.profileEnd. */
  #ended = new Map();
  /** Slices in the folder: number, and when it ended. */
  #kept = [];
  /** Code whose source map was left already. */
  #known = new Set();
  #loop = new WatchedLoop((now, lateMs) => this.#onTurn(now, lateMs));
  #number = 0;
  #from = this.#loop.now();
  /** V8's own clock has another zero: the profile began at this time of ours. */
  #profileFrom;
  #dumps = 0;
  #slow = 0;
  #lastDump = Number.NEGATIVE_INFINITY;

  constructor({start, stop, ring}) {
    this.#ring = ring;
    this.#stop = stop;
    this.#session.connect();
    this.#session.on("Profiler.consoleProfileFinished", ({params}) => this.#ended.set(params.title, params.profile));
    for (const [method, params] of start) this.#session.post(method, params);
    this.#profileFrom = this.#begin();
    if (ring.signal !== null && isMainThread) listen(ring.signal, (isTheirs) => carefully(() => this.#wish(isTheirs)));
  }

  finish() {
    this.#cut(true);
    this.#session.post(this.#stop);
    leave("end", {});
  }

  rotate() {
    this.#cut(false);
  }

  /** Begins the profile of the current slice. @returns when */
  #begin() {
    const before = this.#loop.now();
    inspected.profile(titleOf(this.#number));
    return before;
  }

  /** Ends a slice, leaves it, and begins the next one unless it is the last. */
  #cut(isLast) {
    const at = this.#loop.now();
    const mine = this.#number++;
    const slice = {number: mine, from: this.#from, to: at, ...this.#loop.take(isLast), profileFrom: this.#profileFrom};
    this.#from = at;
    this.#kept.push([mine, at]);
    if (!isLast) this.#profileFrom = this.#begin();
    inspected.profileEnd(titleOf(mine));
    const profile = this.#ended.get(titleOf(mine));
    this.#ended.clear();
    const maps = profile === undefined ? {} : mapsOf(profile, this.#known);
    if (Object.keys(maps).length > 0) leave(`maps-${mine}`, maps);
    leave(`slice-${mine}`, {...slice, profile});
    while (this.#kept[0][1] < at - this.#ring.keepMs) takeBack(`slice-${this.#kept.shift()[0]}`);
    // What the recorder itself takes is no delay of the program.
    this.#from = this.#loop.now();
    this.#loop.forget();
  }

  #onTurn(now, lateMs) {
    if (this.#isSlow(now, lateMs)) {
      this.#slow++;
      carefully(() => this.#dump({reason: "slow", lateMs}));
    } else if (now - this.#from >= this.#ring.sliceMs) carefully(() => this.#cut(false));
  }

  #isSlow(now, lateMs) {
    const {slowMs, mostSlow, dumpMs} = this.#ring;
    return slowMs !== null && lateMs >= slowMs && this.#slow < mostSlow && now - this.#lastDump >= dumpMs;
  }

  #wish(isTheirs) {
    if (isTheirs) leave("refusal", {signal: this.#ring.signal});
    else if (this.#loop.now() - this.#lastDump >= SAME_MS) this.#dump({reason: "signal"});
  }

  /** Tells whoever watches the folder that a report of the last minutes is wanted. */
  #dump(why) {
    this.#lastDump = this.#loop.now();
    this.#cut(false);
    if (isMainThread) askWorkers("rotate()");
    leave(`dump-${this.#dumps++}`, {...why, pid: process.pid, thread: threadId});
  }
}

exports.ring = (recorder) => new SlicedSampling(recorder);

function titleOf(slice) {
  return `hotpath ${slice}`;
}
