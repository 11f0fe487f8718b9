"use strict";

const {EventEmitter} = require("node:events");

/** Our listeners, which the program must not see. */
const ours = new Set();

/** @param act is told whether the program handles the signal itself */
function listen(signal, act) {
  const listener = () => act(process.listenerCount(signal) > 0);
  ours.add(listener);
  process.on(signal, listener);
}

/** Lets a signal do again what it does without us. */
function stopListening(signal) {
  for (const listener of ours) process.removeListener(signal, listener);
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

module.exports = {listen, stopListening, hideListeners};
