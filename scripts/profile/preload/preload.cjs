"use strict";

/*
 * Loaded by --require into every Node process and worker of a program that `lab profile` records. It samples its
 * thread from the first line of the program on and leaves what it has in the folder of the recording: at the end of
 * the thread, before a signal ends the process, and before a worker is terminated. It has to run on any Node, and the
 * program must not notice it: what fails here is noted in the folder and goes no further.
 */

const {setFlagsFromString} = require("node:v8");
const {isMainThread, threadId} = require("node:worker_threads");
const {carefully, folder, leave} = require("./folder.cjs");
const {ring} = require("./ring.cjs");
const {hideListeners, listen, stopListening} = require("./signals.cjs");
const {whole} = require("./whole.cjs");
const {finishWorkers, followWorkers} = require("./workers.cjs");

const KEY = Symbol.for("hotpath.recording");
const SIGNALS = process.platform === "win32" ? ["SIGINT"] : ["SIGINT", "SIGTERM", "SIGHUP"];

let finished = false;
/** What samples this thread. */
let sampling;

if (folder !== undefined && globalThis[KEY] === undefined) carefully(begin);

function begin() {
  Object.defineProperty(globalThis, KEY, {
    value: {finish, interrupt, rotate: () => carefully(() => sampling.rotate())}
  });
  leave("begin", {
    pid: process.pid,
    parent: process.ppid,
    thread: threadId,
    command: process.argv,
    node: process.versions.node,
    at: Date.now()
  });
  const recorder = JSON.parse(process.env.HOTPATH_RECORDER);
  if (isMainThread) for (const flag of recorder.flags) setFlagsFromString(flag);
  sampling = recorder.ring === undefined ? whole(recorder) : ring(recorder);
  process.on("exit", () => carefully(finishAll));
  if (!isMainThread) return;
  followWorkers(sampling.done);
  hideListeners();
  for (const signal of SIGNALS) listen(signal, () => interrupt(signal) && process.kill(process.pid, signal));
}

function finishAll() {
  finishWorkers(sampling.done);
  finish();
}

/** Stops sampling this thread and leaves what is there. */
function finish() {
  if (finished) return;
  finished = true;
  sampling.finish();
}

/**
 * Makes ready for a signal that is going to end the process.
 *
 * @returns false if the program handles the signal itself: then it goes on as it likes
 */
function interrupt(signal) {
  if (process.listenerCount(signal) > 0) return false;
  carefully(finishAll);
  stopListening(signal);
  return true;
}
