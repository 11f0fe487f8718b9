import type {Machine, Runtime} from "#lib/result.js";

/** How the fixed work was run: by itself, sampled by us, or by another tool. */
export const WAYS = ["none", "ours-10ms", "ours-1ms", "cpu-prof-10ms", "cpu-prof-1ms", "0x", "flame"] as const;
export type Way = (typeof WAYS)[number];

/** The fixed work, run once in each way, in random order. */
export interface OverheadRound {
  readonly node: string;
  /** Processor time of the work in microseconds; a way that is not there gave nothing. */
  readonly cpuUs: Readonly<Partial<Record<Way, number>>>;
}

/** One visit of a process that is busy. */
export interface AttachOutcome {
  readonly node: string;
  /** From the first look at the process to the first answer. */
  readonly attachMs: number;
  /** How long a dump stopped it, seen from outside. */
  readonly pauseMs: number;
}

/** Bytes of an object whose size is known. */
export interface BytesOutcome {
  readonly node: string;
  readonly object: string;
  readonly known: number;
  readonly counted: number;
}

/** A known amount of garbage, and what `heap run` found of it. */
export interface HeapOutcome {
  readonly node: string;
  readonly knownBytes: number;
  readonly foundBytes: number;
}

/** Where a recording put the time of a program whose hot line is known. */
export interface LineOutcome {
  readonly node: string;
  readonly program: string;
  /** Whether V8 was kept from inlining. */
  readonly inlining: boolean;
  /** Share of the samples with a line that the hot line got. */
  readonly share: number;
  /** Whether it got the most, and whether those samples were in the function that it is in. */
  readonly line: boolean;
  readonly function: boolean;
}

/** All that `npm run bench:profile` leaves in `data/bench/profile.json`. */
export interface ProfileBench {
  readonly format: 1;
  /** When it started, ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly runtimes: readonly Pick<Runtime, "name" | "version" | "engine">[];
  readonly seed: number;
  readonly seconds: number;
  /** False if it was stopped before all that was planned was measured. */
  readonly complete: boolean;
  /** Versions of the other tools; none where no folder was given. */
  readonly tools: Readonly<Record<string, string>>;
  readonly overhead: readonly OverheadRound[];
  readonly attach: readonly AttachOutcome[];
  readonly bytes: readonly BytesOutcome[];
  readonly heap: readonly HeapOutcome[];
  readonly lines: readonly LineOutcome[];
  readonly failures: readonly string[];
}
