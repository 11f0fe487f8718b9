import {seededRandom, shuffle} from "#lib/random.js";
import {PAIRS, type PairKind, TOOLS, type Tool} from "./engine-result.js";

/** What one job measures. */
export type JobKind = PairKind | "shapes" | "wrappers" | "dead" | "ladder";

/** One measurement by one tool. */
export interface Job {
  readonly tool: Tool;
  readonly kind: JobKind;
  /** Of its data and of the order within it. */
  readonly seed: number;
}

/** How often each thing is measured. */
export interface Counts {
  /** Identical pairs, for our engine. */
  readonly pairs: number;
  /** Pairs of each known difference, for our engine. */
  readonly power: number;
  /** Pairs of each kind for every other tool; half as many of those that allocate. */
  readonly peers: number;
  /** Allocating pairs of each kind, for our engine. */
  readonly alloc: number;
}

/** How often the rest is measured: by our engine, and by every other tool. */
const rest: Readonly<Record<"shapes" | "wrappers" | "dead" | "ladder", readonly [ours: number, others: number]>> = {
  shapes: [3, 2],
  wrappers: [3, 2],
  dead: [1, 1],
  ladder: [5, 3]
};

/**
 * Lays everything out in rounds. What is measured n times is spread evenly over them, so that all tools meet the
 * same machine, and a bench that is stopped early has some of everything; within a round the order is random.
 */
export function roundsOf(counts: Counts, rounds: number, seed: number): Job[][] {
  const random = seededRandom(seed);
  const laidOut: Job[][] = Array.from({length: rounds}, () => []);
  for (const tool of TOOLS) {
    for (const [kind, times] of timesOf(tool, counts)) {
      for (let i = 0; i < times; i++) {
        const round = Math.floor(((i + 0.5) * rounds) / times);
        laidOut[round]!.push({tool, kind, seed: Math.floor(random() * 2 ** 32)});
      }
    }
  }
  return laidOut.map((jobs) => shuffle(jobs, random));
}

function timesOf(tool: Tool, counts: Counts): [JobKind, number][] {
  const ours = tool === "hotpath";
  const pairs = PAIRS.map((kind): [JobKind, number] => [
    kind,
    ours ? ownTimes(kind, counts) : otherTimes(kind, counts)
  ]);
  const others = Object.entries(rest) as [keyof typeof rest, readonly [number, number]][];
  return [...pairs, ...others.map(([kind, times]): [JobKind, number] => [kind, times[ours ? 0 : 1]])];
}

function ownTimes(kind: PairKind, {pairs, power, alloc}: Counts): number {
  return kind === "identical" ? pairs : kind.startsWith("allocation") ? alloc : power;
}

function otherTimes(kind: PairKind, {peers}: Counts): number {
  return kind.startsWith("allocation") ? Math.ceil(peers / 2) : peers;
}
