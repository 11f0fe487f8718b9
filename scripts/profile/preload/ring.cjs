"use strict";

const {console: inspected, Session} = require("node:inspector");
const {isMainThread, threadId} = require("node:worker_threads");
const {mapsOf} = require("./code.cjs");
const {carefully, leave, takeBack} = require("./folder.cjs");
const {watchLoop} = require("./loop.cjs");
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
exports.ring = ({start, stop, ring: {sliceMs, keepMs, signal, slowMs, mostSlow, dumpMs}}) => {
  const session = new Session();
  session.connect();
  for (const [method, params] of start) session.post(method, params);
  /** Profiles that have ended, by name: the program may have ended one with its own console.profileEnd. */
  const ended = new Map();
  session.on("Profiler.consoleProfileFinished", ({params: {title, profile}}) => ended.set(title, profile));
  /** Slices in the folder: number, and when it ended. */
  const kept = [];
  const known = new Set();
  let number = 0;
  let dumps = 0;
  let slow = 0;
  let lastDump = Number.NEGATIVE_INFINITY;

  const loop = watchLoop({onTurn, onLate});
  let from = loop.now();
  /** V8's own clock has another zero: the profile begins now. */
  let profileFrom = begin(0);

  if (signal !== null && isMainThread) {
    listen(signal, (isTheirs) => carefully(() => (isTheirs ? leave("refusal", {signal}) : dump({reason: "signal"}))));
  }
  return {done: "end", finish: () => cut(true), rotate: () => cut(false)};

  function begin(slice) {
    const before = loop.now();
    inspected.profile(titleOf(slice));
    return before;
  }

  /** Ends a slice, leaves it, and begins the next one unless it is the last. */
  function cut(isLast) {
    const at = loop.now();
    const mine = number++;
    const slice = {number: mine, from, to: at, ...loop.take(isLast), profileFrom};
    from = at;
    kept.push([mine, at]);
    if (!isLast) profileFrom = begin(number);
    inspected.profileEnd(titleOf(mine));
    const profile = ended.get(titleOf(mine));
    ended.clear();
    const maps = profile === undefined ? {} : mapsOf(profile, known);
    if (Object.keys(maps).length > 0) leave(`maps-${mine}`, maps);
    leave(`slice-${mine}`, {...slice, profile});
    while (kept[0][1] < at - keepMs) takeBack(`slice-${kept.shift()[0]}`);
    // What the recorder itself takes is no delay of the program.
    from = loop.now();
    loop.forget();
    if (!isLast) return;
    session.post(stop);
    leave("end", {at});
  }

  function onTurn(now) {
    if (now - from >= sliceMs) carefully(() => cut(false));
  }

  function onLate(now, lateMs) {
    if (slowMs === null || lateMs < slowMs || slow >= mostSlow || now - lastDump < dumpMs) return;
    slow++;
    carefully(() => dump({reason: "slow", lateMs}));
  }

  /** Tells whoever watches the folder that a report of the last minutes is wanted. */
  function dump(why) {
    const now = loop.now();
    if (now - lastDump < SAME_MS) return;
    lastDump = now;
    cut(false);
    if (isMainThread) askWorkers("rotate()");
    leave(`dump-${dumps++}`, {...why, at: now, pid: process.pid, thread: threadId});
  }
};

function titleOf(slice) {
  return `hotpath ${slice}`;
}
