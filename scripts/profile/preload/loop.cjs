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
 *
 * @param onTurn called with the time at every tick
 * @param onLate called with the time, and by how much the tick was late
 */
exports.watchLoop = ({onTurn, onLate}) => {
  let seen;
  let last = now();
  let lastCpu = cpuMs();
  let pulse = {at: last, cpu: lastCpu, used: performance.eventLoopUtilization(), worst: 0};
  let hasTurned = false;
  empty();

  const collections = new PerformanceObserver((list) => collected(list.getEntries()));
  collections.observe({entryTypes: ["gc"]});
  setInterval(tick, TICK_MS).unref();
  return {now, take, forget};

  function tick() {
    const at = now();
    const lateMs = note(at);
    if (at - pulse.at >= PULSE_MS) beat(at);
    if (lateMs >= LATE_MS && hasTurned) onLate(at, lateMs);
    hasTurned = true;
    onTurn(at);
  }

  /** The first tick comes when the program has been loaded: what it waited for was no turn of the loop. */
  function note(at) {
    const lateMs = at - last - TICK_MS;
    const cpu = cpuMs();
    if (lateMs >= LATE_MS) seen.late.push([last + TICK_MS, lateMs, cpu - lastCpu, hasTurned ? 0 : 1]);
    pulse.worst = Math.max(pulse.worst, lateMs);
    last = at;
    lastCpu = cpu;
    return lateMs;
  }

  function beat(at) {
    const used = performance.eventLoopUtilization();
    const {active} = performance.eventLoopUtilization(used, pulse.used);
    const {rss, heapUsed, external} = memoryUsage();
    seen.pulses.push([at, at - pulse.at, active, lastCpu - pulse.cpu, pulse.worst, heapUsed, external, rss]);
    pulse = {at, cpu: lastCpu, used, worst: 0};
  }

  function collected(entries) {
    for (const {startTime, duration, detail} of entries) {
      const heapUsed = detail.kind === FULL ? memoryUsage().heapUsed : 0;
      seen.collections.push([performance.timeOrigin + startTime, duration, detail.kind, heapUsed]);
    }
  }

  /** What was seen since the last time. @param isLast counts a tick that is overdue, for it will not come any more */
  function take(isLast) {
    collected(collections.takeRecords());
    const at = now();
    if (isLast) {
      note(at);
      beat(at);
    }
    const taken = seen;
    empty();
    return taken;
  }

  function empty() {
    seen = {pulses: [], late: [], collections: []};
  }

  /** Begins to count anew: the recorder itself was at work. */
  function forget() {
    last = now();
    lastCpu = cpuMs();
  }
};

function now() {
  return performance.timeOrigin + performance.now();
}

function cpuMs() {
  const {user, system} = cpuUsage();
  return (user + system) / 1000;
}
