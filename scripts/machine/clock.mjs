/** Sends the smallest step that performance.now shows, and what one reading costs, in nanoseconds. */
const rounds = 40;
const readings = 1000;
const costs = [];
let step = Infinity;

for (let round = 0; round < rounds; round++) {
  const began = performance.now();
  let last = began;
  for (let reading = 0; reading < readings; reading++) {
    const now = performance.now();
    if (now > last && now - last < step) step = now - last;
    last = now;
  }
  costs.push((last - began) / readings);
}
costs.sort((a, b) => a - b);
process.send({stepNs: Math.round(step * 1e7) / 10, costNs: Math.round(costs[rounds / 2] * 1e7) / 10});
process.disconnect();
