"use strict";

/*
 * Loaded by --require into every Node process and worker of a program that `lab profile run` records. It samples its
 * thread from the first line of the program on and leaves the profile in the folder of the recording: at the end of
 * the thread, before a signal ends the process, and before a worker is terminated. It has to run on any Node, and the
 * program must not notice it: what fails here is noted in the folder and goes no further.
 */

const {EventEmitter} = require("node:events");
const {renameSync, writeFileSync, existsSync} = require("node:fs");
const {Session} = require("node:inspector");
const {findSourceMap} = require("node:module");
const {join} = require("node:path");
const {setFlagsFromString} = require("node:v8");
const {isMainThread, threadId, Worker} = require("node:worker_threads");

const folder = process.env.HOTPATH_RECORDING;
const KEY = Symbol.for("hotpath.recording");
const SIGNALS = process.platform === "win32" ? ["SIGINT"] : ["SIGINT", "SIGTERM", "SIGHUP"];
/** Longest time that the end of a process waits for its workers. */
const WORKERS_MS = 1000;

const name = `${process.pid}-${threadId}`;
const session = new Session();
/** Sessions with workers, by thread id. */
const workers = new Map();
const workerSession = new Session();
/** Our listeners, which the program must not see. */
const ours = new Set();
let finished = false;
/** As `Recorder`: what to ask of the inspector, at the beginning and at the end. */
let recorder;

if (folder !== undefined && globalThis[KEY] === undefined) carefully(begin);

function begin() {
  Object.defineProperty(globalThis, KEY, {value: {finish, interrupt}});
  leave("begin", {
    pid: process.pid,
    parent: process.ppid,
    thread: threadId,
    command: process.argv,
    node: process.versions.node,
    at: Date.now()
  });
  recorder = JSON.parse(process.env.HOTPATH_RECORDER);
  if (isMainThread) for (const flag of recorder.flags) setFlagsFromString(flag);
  session.connect();
  for (const [method, params] of recorder.start) session.post(method, params);
  process.on("exit", () => carefully(finishAll));
  if (!isMainThread) return;
  followWorkers();
  hideListeners();
  for (const signal of SIGNALS) listen(signal);
}

function finishAll() {
  finishWorkers([...workers.keys()]);
  finish();
}

/** Stops sampling this thread and leaves its profile. */
function finish() {
  if (finished) return;
  finished = true;
  session.post(recorder.stop, (error, answer) => {
    if (error) throw error;
    const profile = answer.profile ?? answer.result;
    leave("profile", {profile, maps: mapsOf(profile), ...(recorder.texts && {texts: textsOf(profile)})});
  });
}

/** The code that V8 ran, by address; null where there were several of one address. */
function textsOf(profile) {
  const scripts = new Map();
  const texts = {};
  session.on("Debugger.scriptParsed", ({params}) => scripts.set(params.scriptId, params.url));
  session.post("Debugger.enable");
  const urls = urlsOf(profile);
  for (const [scriptId, url] of [...scripts].filter(([, url]) => url !== "" && urls.has(url))) {
    session.post("Debugger.getScriptSource", {scriptId}, (error, answer) => {
      if (!error) texts[url] = (texts[url] ?? answer.scriptSource) === answer.scriptSource ? answer.scriptSource : null;
    });
  }
  session.post("Debugger.disable");
  return texts;
}

/** The source maps that loaders such as tsx gave to Node: nothing on the disk has them. */
function mapsOf(profile) {
  const maps = {};
  for (const url of urlsOf(profile)) {
    if (!/^(file:|\/)/.test(url) || url.includes("/node_modules/")) continue;
    const payload = findSourceMap(url)?.payload;
    if (payload) maps[url] = {version: 3, sources: payload.sources, names: payload.names, mappings: payload.mappings};
  }
  return maps;
}

/** Where the code of a profile is. Processor time comes as a list of nodes, allocations as a tree, counts by script. */
function urlsOf(profile) {
  const {nodes, head} = profile;
  const urls = new Set(
    Array.isArray(profile) ? profile.map(({url}) => url) : nodes?.map(({callFrame}) => callFrame.url)
  );
  const pending = head === undefined ? [] : [head];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    urls.add(node.callFrame.url);
    pending.push(...node.children);
  }
  return urls;
}

function followWorkers() {
  workerSession.connect();
  workerSession.on("NodeWorker.attachedToWorker", ({params}) => {
    workers.set(params.workerInfo.workerId, params.sessionId);
  });
  workerSession.on("NodeWorker.detachedFromWorker", ({params}) => {
    for (const [id, sessionId] of workers) if (sessionId === params.sessionId) workers.delete(id);
  });
  workerSession.post("NodeWorker.enable", {waitForDebuggerOnStart: false});
  const {terminate} = Worker.prototype;
  Worker.prototype.terminate = function (...args) {
    carefully(() => finishWorkers([String(this.threadId)]));
    return terminate.apply(this, args);
  };
}

/** A worker that is ended from outside runs nothing more of its own, so it is asked by its inspector, and waited for. */
function finishWorkers(ids) {
  const living = ids.filter((id) => workers.has(id));
  const expression = `globalThis[Symbol.for("hotpath.recording")]?.finish()`;
  for (const id of living) {
    const message = JSON.stringify({id: 1, method: "Runtime.evaluate", params: {expression}});
    workerSession.post("NodeWorker.sendMessageToWorker", {sessionId: workers.get(id), message});
  }
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + WORKERS_MS;
  const missing = (id) => existsSync(place(id, "begin")) && !existsSync(place(id, "profile"));
  while (living.some(missing) && Date.now() < until) Atomics.wait(nobody, 0, 0, 2);
}

function place(id, kind) {
  return join(folder, `${process.pid}-${id}.${kind}.json`);
}

function listen(signal) {
  const listener = () => {
    if (interrupt(signal)) process.kill(process.pid, signal);
  };
  ours.add(listener);
  process.on(signal, listener);
}

/**
 * Makes ready for a signal that is going to end the process.
 *
 * @returns false if the program handles the signal itself: then it goes on as it likes
 */
function interrupt(signal) {
  if (process.listenerCount(signal) > 0) return false;
  carefully(finishAll);
  for (const listener of ours) process.removeListener(signal, listener);
  return true;
}

/**
 * Programs look at who listens for a signal (signal-exit ends the process itself if it is the only one): they must
 * see what they would see without us.
 */
function hideListeners() {
  const {listeners, rawListeners, listenerCount} = EventEmitter.prototype;
  const theirs = (list) => list.filter((listener) => !ours.has(listener));
  const hidden = {
    listeners: (event) => theirs(listeners.call(process, event)),
    rawListeners: (event) => theirs(rawListeners.call(process, event)),
    listenerCount: (event, ...rest) =>
      rest.length > 0 ? listenerCount.call(process, event, ...rest) : theirs(rawListeners.call(process, event)).length
  };
  for (const [method, value] of Object.entries(hidden)) {
    Object.defineProperty(process, method, {value, writable: true, configurable: true, enumerable: false});
  }
}

/** A file is there whole or not at all. */
function leave(kind, value) {
  const file = join(folder, `${name}.${kind}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(value));
  renameSync(`${file}.part`, file);
}

function carefully(work) {
  try {
    work();
  } catch (error) {
    try {
      leave("failure", {error: String(error?.stack ?? error)});
    } catch {
      // The folder is gone or full: the recording says that this thread is missing.
    }
  }
}
