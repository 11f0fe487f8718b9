/**
 * Does the same work in many short calls or in few long ones, with a profiler or without.
 *
 *   node calls.mjs none|sampling-1ms|sampling-10ms|counting STEPS_A_CALL CALLS
 */
import {Session} from "node:inspector/promises";

function step(steps, value) {
  for (let number = 0; number < steps; number++) value = (Math.imul(value, 5) + number) & 0xffff;
  return value;
}

function work(steps, calls) {
  let value = 1;
  for (let call = 0; call < calls; call++) value = step(steps, value);
  return value;
}

const [tool = "none", steps, calls] = process.argv.slice(2);
const session = new Session();
session.connect();
if (tool !== "none") await session.post("Profiler.enable");
if (tool.startsWith("sampling")) {
  await session.post("Profiler.setSamplingInterval", {interval: tool === "sampling-1ms" ? 1000 : 10_000});
  await session.post("Profiler.start");
}
if (tool === "counting") await session.post("Profiler.startPreciseCoverage", {callCount: true, detailed: true});
work(Number(steps), 1);
const before = process.cpuUsage();
const start = performance.now();
const answer = work(Number(steps), Number(calls));
const wall = (performance.now() - start) / 1000;
const {user, system} = process.cpuUsage(before);
console.log(JSON.stringify({cpu: (user + system) / 1e6, wall, answer}));
process.exit(0);
