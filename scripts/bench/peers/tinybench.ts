import {Bench} from "tinybench";
import type {Headline, Peer} from "./peer.js";

const MS = 1e6;

export const peer: Peer = async (tasks) => {
  const warned = new Map<string, string>();
  const bench = new Bench({throws: true});
  bench.addEventListener("warning", ({task, reason}) => void warned.set(task!.name, `warning: ${reason}`));
  for (const {name, run} of tasks) bench.add(name, run);
  await bench.run();
  const headlines = bench.tasks.map(({name, result}): Headline => {
    if (result.state !== "completed") throw new Error(`tinybench: ${name} ended as ${result.state}`);
    const {mean, moe} = result.latency;
    const warning = warned.get(name);
    return {name, ns: mean * MS, marginNs: moe * MS, ...(warning !== undefined && {warning})};
  });
  return {headlines};
};
