"use strict";

/*
 * Lets each process of a recorded program take any free port when it is asked for its inspector. As an option,
 * --inspect-port=0 would do so too, but a cluster counts that up for its workers, and Node 20 to 26 start with no
 * port from 1 to 1023.
 */

const {isMainThread} = require("node:worker_threads");

if (isMainThread) process.debugPort = 0;
