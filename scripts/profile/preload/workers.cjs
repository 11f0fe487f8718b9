"use strict";

const {Session} = require("node:inspector");
const {Worker} = require("node:worker_threads");
const {carefully, isThere} = require("./folder.cjs");

/** Longest time that the end of a process waits for its workers. */
const WORKERS_MS = 1000;

/** Sessions with workers, by thread id. */
const workers = new Map();
const session = new Session();

/** @param done kind of file that a worker leaves when it has finished */
function followWorkers(done) {
  session.connect();
  session.on("NodeWorker.attachedToWorker", ({params}) => {
    workers.set(params.workerInfo.workerId, params.sessionId);
  });
  session.on("NodeWorker.detachedFromWorker", ({params}) => {
    for (const [id, sessionId] of workers) if (sessionId === params.sessionId) workers.delete(id);
  });
  session.post("NodeWorker.enable", {waitForDebuggerOnStart: false});
  const {terminate} = Worker.prototype;
  Worker.prototype.terminate = function (...args) {
    carefully(() => finishWorkers(done, [String(this.threadId)]));
    return terminate.apply(this, args);
  };
}

/** A worker that is ended from outside runs nothing more of its own, so it is asked by its inspector, and waited for. */
function finishWorkers(done, ids = [...workers.keys()]) {
  const living = ids.filter((id) => workers.has(id));
  askWorkers("finish()", living);
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + WORKERS_MS;
  const missing = (id) => isThere("begin", id) && !isThere(done, id);
  while (living.some(missing) && Date.now() < until) Atomics.wait(nobody, 0, 0, 2);
}

/** @param call a call of what `preload.cjs` gives to its thread */
function askWorkers(call, ids = [...workers.keys()]) {
  const expression = `globalThis[Symbol.for("hotpath.recording")]?.${call}`;
  const message = JSON.stringify({id: 1, method: "Runtime.evaluate", params: {expression}});
  for (const id of ids) session.post("NodeWorker.sendMessageToWorker", {sessionId: workers.get(id), message});
}

module.exports = {followWorkers, finishWorkers, askWorkers};
