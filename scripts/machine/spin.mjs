/**
 * Counts steps of busy work in windows of time, in a process of its own: says that it is warm, is told the
 * windows as pairs of start and end in milliseconds since 1970, answers with the steps per millisecond of each,
 * null for a window that it came too late for.
 */
let x = 1;

work(20_000_000);
process.once("message", async (windows) => {
  const rates = [];
  for (const [start, end] of windows) {
    const early = start - Date.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    rates.push(early > 0 ? rateUntil(end) : null);
  }
  process.send({rates, x});
  process.disconnect();
});
process.send("warm");

function rateUntil(end) {
  const began = performance.now();
  let steps = 0;
  while (Date.now() < end) steps += work(100_000);
  return steps / (performance.now() - began);
}

function work(steps) {
  for (let step = 0; step < steps; step++) x = (Math.imul(x, 69069) + 12345) | 0;
  return steps;
}
