"use strict";

/* The time is in a small function that V8 puts into its caller. */

const table = new Float64Array(1024).map((_, i) => i);

function helper(i) {
  return Math.sqrt(table[i & 1023]) / (1 + (i & 7)) + Math.log(1 + (i & 1023)); // hot
}

function caller(count) {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += helper(i);
  }
  return sum;
}

let sum = 0;
for (let i = 0; i < 400; i++) sum += caller(100_000);
if (sum === 0) process.exit(1);
