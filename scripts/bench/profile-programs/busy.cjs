"use strict";

/* A server that is never idle: it says when it is ready, and turns its event loop now and then. */

function turn() {
  let sum = 0;
  for (let i = 0; i < 2_000_000; i++) sum += Math.sqrt(i);
  if (sum > 0) setImmediate(turn);
}

setTimeout(() => process.exit(3), 30_000);
process.stdout.write("ready\n");
turn();
