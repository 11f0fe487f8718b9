"use strict";

const {performance, PerformanceObserver} = require("node:perf_hooks");

/** How often the loop is asked whether it turns. */
const TICK_MS = 20;
/** How often use is read. */
const PULSE_MS = 250;
/** A turn that is this late is noted by itself. */
const LATE_MS = 20;
/** `detail.kind` of a collection of the whole heap. */
const FULL = 4;

const {setInterval} = globalThis;
const {cpuUsage, memoryUsage} = process;

/**
 * Watches the event loop of this thread, its collections, and what the process uses. Times are milliseconds since 1970
 * by a clock that does not jump.
 */
class WatchedLoop {
  #onTurn;
  #seen = nothing();
  #last = now();
  #lastCpu = cpuMs();
  #pulse = {at: this.#last, cpu: this.#lastCpu, used: performance.eventLoopUtilization(), worst: 0};
  #hasTurned = false;
  #collections = new PerformanceObserver((list) => this.#collected(list.getEntries()));

  /** @param onTurn called at every tick with the time, and by how much it was late: 0 where that says nothing */
  constructor(onTurn) {
    this.#onTurn = onTurn;
    this.#collections.observe({entryTypes: ["gc"]});
    setInterval(() => this.#tick(), TICK_MS).unref();
  }

  now() {
    return now();
  }

  /** What was seen since the last time. @param isLast counts a tick that is overdue, for it will not come any more */
  take(isLast) {
    this.#collected(this.#collections.takeRecords());
    if (isLast) {
      const at = now();
      this.#note(at);
      this.#beat(at);
    }
    const seen = this.#seen;
    this.#seen = nothing();
    return seen;
  }

  /** Begins to count anew: the recorder itself was at work. */
  forget() {
    this.#last = now();
    this.#lastCpu = cpuMs();
  }

  #tick() {
    const at = now();
    const lateMs = this.#note(at);
    if (at - this.#pulse.at >= PULSE_MS) this.#beat(at);
    const counts = this.#hasTurned;
    this.#hasTurned = true;
    this.#onTurn(at, counts ? lateMs : 0);
  }

  /** The first tick comes when the program has been loaded: what it waited for was no turn of the loop. */
  #note(at) {
    const lateMs = at - this.#last - TICK_MS;
    const cpu = cpuMs();
    if (lateMs >= LATE_MS)
      this.#seen.late.push([this.#last + TICK_MS, lateMs, cpu - this.#lastCpu, this.#hasTurned ? 0 : 1]);
    this.#pulse.worst = Math.max(this.#pulse.worst, lateMs);
    this.#last = at;
    this.#lastCpu = cpu;
    return lateMs;
  }

  #beat(at) {
    const {at: before, cpu, used: then, worst} = this.#pulse;
    const used = performance.eventLoopUtilization();
    const {active} = performance.eventLoopUtilization(used, then);
    const {rss, heapUsed, external} = memoryUsage();
    this.#seen.pulses.push([at, at - before, active, this.#lastCpu - cpu, worst, heapUsed, external, rss]);
    this.#pulse = {at, cpu: this.#lastCpu, used, worst: 0};
  }

  #collected(entries) {
    for (const {startTime, duration, detail} of entries) {
      const heapUsed = detail.kind === FULL ? memoryUsage().heapUsed : 0;
      this.#seen.collections.push([performance.timeOrigin + startTime, duration, detail.kind, heapUsed]);
    }
  }
}

module.exports = {WatchedLoop};

function nothing() {
  return {pulses: [], late: [], collections: []};
}

function now() {
  return performance.timeOrigin + performance.now();
}

function cpuMs() {
  const {user, system} = cpuUsage();
  return (user + system) / 1000;
}
