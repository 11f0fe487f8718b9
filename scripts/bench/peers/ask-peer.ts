import {ask, type ChildOptions, ForkError} from "../../measure/ask.js";
import type {Tool} from "../engine-result.js";
import type {PeerQuestion, PeerReply} from "./answer-peer.js";

/** What a tool needs on the command line: mitata to collect garbage, bench-node to run at all. */
const flags: Partial<Record<Tool, readonly string[]>> = {
  mitata: ["--expose-gc"],
  "bench-node": ["--allow-natives-syntax"]
};

/**
 * Asks another tool in a fresh process.
 *
 * @param module from `compilePeer`
 * @throws ForkError if the tool gives no figures
 */
export async function askPeer(
  tool: Tool,
  module: string,
  question: PeerQuestion,
  options: ChildOptions
): Promise<PeerReply> {
  const runtime = {...options.runtime, args: flags[tool] ?? []};
  const reply = (await ask(question, {...options, runtime, child: module})) as Partial<PeerReply>;
  const figures = [reply.referenceNs, ...(reply.headlines ?? []).map(({ns}) => ns)];
  const complete = reply.headlines?.length === question.order.length;
  if (complete && figures.every((ns) => typeof ns === "number" && ns > 0)) return reply as PeerReply;
  throw new ForkError(`${tool} answered ${JSON.stringify(reply).slice(0, 200)}`);
}
