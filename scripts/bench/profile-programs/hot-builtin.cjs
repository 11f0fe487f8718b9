"use strict";

/* One line takes nearly all of the time, in a function that is built into V8. */

const words = Array.from({length: 200}, (_, i) => `word ${i}`);

function hot(rounds) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) {
    sum += i & 3;
    sum += JSON.stringify(words).length; // hot
    if (i % 2 === 0) sum ^= 1;
  }
  return sum;
}

let sum = 0;
for (let i = 0; i < 60; i++) sum += hot(500);
if (sum === 0) process.exit(1);
