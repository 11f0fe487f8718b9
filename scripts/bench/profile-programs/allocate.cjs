"use strict";

/* Allocates 120 MB, nearly all of it garbage: 2,500,000 objects of 48 bytes (three words, and three fields). */

let kept;

function allocate(count) {
  for (let i = 0; i < count; i++) kept = {a: i & 1, b: i & 3, c: i & 7};
}

for (let part = 0; part < 250; part++) allocate(10_000);
if (kept === undefined) process.exit(1);
