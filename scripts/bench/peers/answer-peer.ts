import {performance} from "node:perf_hooks";
import process from "node:process";
import type {Lab, VariantOptions} from "#lib/lab.js";
import {seededRandom} from "#lib/random.js";
import {chainCallsFor, chainStepNs} from "#lib/reference-chain.js";
import {median} from "#lib/stats/median.js";
import type {Peer, PeerAnswer, PeerOptions} from "./peer.js";

/** What the parent asks of a tool. */
export interface PeerQuestion extends PeerOptions {
  /** Names of kernels, in the order in which they are registered. */
  readonly order: readonly string[];
  readonly seed: number;
}

/** What the child answers. */
export interface PeerReply extends PeerAnswer {
  /** Nanoseconds for a step of the reference chain, in this process, just after the tool. */
  readonly referenceNs: number;
}

/** A function to be timed, and its input. */
export interface Candidate {
  readonly run: (input: unknown) => unknown;
  readonly input: unknown;
}

/** Makes the input of one variant of a lab, as a fork of ours does. */
export function candidate(lab: Lab<unknown>, variant: string, size: number, seed: number): Candidate {
  const found = lab.variants[variant]!;
  const options = typeof found === "function" ? {run: found} : found;
  const {run, prepare} = options as unknown as VariantOptions<unknown>;
  const data = lab.setup(size, seededRandom(seed));
  return {run, input: prepare === undefined ? data : prepare(data)};
}

/**
 * Answers the question on the command line: one line of JSON on standard output.
 *
 * @param make for every kernel a function that makes its task; each task has a source text of its own
 */
export async function answerPeer(
  peer: Peer,
  make: Readonly<Record<string, (seed: number) => () => unknown>>
): Promise<void> {
  const {order, seed, ...options}: PeerQuestion = JSON.parse(process.argv[2]!);
  const answer = await peer(
    order.map((name) => ({name, run: make[name]!(seed)})),
    options
  );
  process.stdout.write(`${JSON.stringify({answer: {...answer, referenceNs: referenceStepNs()}})}\n`);
}

function referenceStepNs(): number {
  const now = () => performance.now() * 1e6;
  const calls = chainCallsFor(now, 0);
  return median(Array.from({length: 200}, () => chainStepNs(now, calls)));
}
