import {compareBenchmarks, Suite} from "bench-node";
import type {Headline, Peer} from "./peer.js";

/** The t-test wants 30 repeats; at the usual length of each, a pair would take half a minute. */
const SHORT = {minTime: 0.005, maxTime: 0.025};

export const peer: Peer = async (tasks, {compare, detectDead}) => {
  const warnings = detectDead ? listen() : null;
  const suite = new Suite({reporter: false, ttest: compare, detectDeadCodeElimination: detectDead});
  for (const {name, run} of tasks) {
    if (compare) suite.add(name, {...SHORT, repeatSuite: 30}, run as () => void);
    else suite.add(name, run as () => void);
  }
  const results = await suite.run();
  const said = warnings?.() ?? "";
  const headlines = results.map(({name, opsSec}): Headline => {
    const warning = said.includes(`• ${name}\n`) ? {warning: "dead code warning (detection switched on)"} : {};
    return {name, ns: 1e9 / opsSec!, ...warning};
  });
  if (!compare) return {headlines};
  const [a, b] = results.map(({opsSecPerRun}) => opsSecPerRun!);
  return {headlines, pValue: compareBenchmarks(a!, b!).pValue};
};

/** bench-node gives its warnings about dead code to `console.log` only. @returns what it said */
function listen(): () => string {
  const lines: string[] = [];
  const {log} = console;
  console.log = (...parts: unknown[]) => void lines.push(parts.join(" "));
  return () => {
    console.log = log;
    return `${lines.join("\n")}\n`;
  };
}
