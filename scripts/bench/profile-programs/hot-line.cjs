"use strict";

/* One line takes nearly all of the time, in plain JavaScript. */

function hot(rounds) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) {
    sum += i & 3;
    sum += Math.sqrt(i * 1.5) / (1 + Math.log(1 + (i & 1023))) + Math.exp(-(i & 7)) + Math.sin(i); // hot
    if (i % 2 === 0) sum -= 1;
  }
  return sum;
}

let sum = 0;
for (let i = 0; i < 200; i++) sum += hot(20_000);
if (sum === 0) process.exit(1);
