import {bench, run} from "mitata";
import type {Headline, Peer} from "./peer.js";

/** An average below so many empty calls is marked by mitata as optimised out. */
const EMPTY_CALLS = 1.42;

export const peer: Peer = async (tasks) => {
  for (const task of tasks) bench(task.name, task.run);
  const {context, benchmarks} = await run({format: "quiet", colors: false, throw: true, print() {}});
  const headlines = benchmarks.map(({alias, runs}): Headline => {
    const ns = runs[0]!.stats!.avg;
    return {name: alias, ns, ...(ns < EMPTY_CALLS * context.noop.fn.avg && {warning: "marked as optimised out (!)"})};
  });
  return {headlines};
};
