import type {Machine, Runtime} from "#lib/result.js";

/** The tools that are measured: ours first. */
export const TOOLS = ["hotpath", "mitata", "tinybench", "bench-node"] as const;
export type Tool = (typeof TOOLS)[number];

/** What a pair is: the same work twice, or so many per cent more of it. */
export const PAIRS = ["identical", "plus-1", "plus-2", "plus-5", "allocation-identical", "allocation-plus-5"] as const;
export type PairKind = (typeof PAIRS)[number];

/** One pair that one tool compared, in processes of its own. */
export interface PairOutcome {
  readonly tool: Tool;
  readonly pair: PairKind;
  /** Time of the variant ÷ time of the baseline, as the tool headlines it; null if it gave no answer. */
  readonly ratio: number | null;
  /** Whether the tool's own rule calls the two different: see `ToolDescription.different`. */
  readonly different: boolean;
  /** Ours: the verdict `same`. Others, which have no such verdict: their headlines lie within 1 %. */
  readonly same: boolean;
  /** The verdict, the intervals or the p-value that `different` was read from; or why there is no answer. */
  readonly said: string;
  /** Wall time, starting of processes included. */
  readonly seconds: number;
}

/** What one variant cost, by itself and in company. */
export interface OrderOutcome {
  readonly tool: Tool;
  readonly pattern: "shapes" | "wrappers";
  readonly variant: string;
  /** When it was measured by itself: reference steps for ours, nanoseconds for the others. Median over processes. */
  readonly alone: number;
  /** When it was the first, second, third of three. One list a position, one value a process. */
  readonly positions: readonly (readonly number[])[];
}

/** What a tool said about a kernel with nothing left to measure, or about the live one. */
export interface DeadOutcome {
  readonly tool: Tool;
  /** `live` is the one that must not be noticed. */
  readonly kernel: string;
  readonly noticed: boolean;
  /** What it said; for a kernel timed without a word, the time. */
  readonly said: string;
}

/** A chain of dependent steps at four lengths. */
export interface LadderOutcome {
  readonly tool: Tool;
  readonly steps: readonly number[];
  /** Time of one iteration at each length: reference steps for ours, nanoseconds for the others. */
  readonly times: readonly number[];
  /** True time of a step in the same unit: 1 for ours; for the others the reference chain in the same process. */
  readonly truth: number;
}

/** A tool, and how it was asked. */
export interface ToolDescription {
  readonly tool: Tool;
  readonly version: string;
  /** Settings, where they are not the tool's defaults. */
  readonly settings: string;
  /** When its answer counts as "different". */
  readonly different: string;
}

/** A measurement that gave nothing. */
export interface BenchFailure {
  readonly tool: Tool;
  readonly what: string;
  readonly reason: string;
}

/** How often something was said, with the 95 % interval of Wilson (1927) for the share. */
export interface Count {
  readonly tool: Tool;
  readonly pair: PairKind;
  readonly what: "different" | "same" | "found" | "wrong direction";
  readonly n: number;
  readonly of: number;
  readonly interval: readonly [low: number, high: number];
}

/** All that `npm run bench:engine` leaves in `data/bench/engine.json`. */
export interface EngineBench {
  readonly format: 1;
  /** When it started, ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly runtime: Runtime;
  /** Of the order and of the data. */
  readonly seed: number;
  readonly seconds: number;
  /** False if it was stopped before all that was planned was measured. */
  readonly complete: boolean;
  /** One-minute load average before each round; empty where the system does not say. */
  readonly load: readonly number[];
  readonly tools: readonly ToolDescription[];
  readonly pairs: readonly PairOutcome[];
  readonly order: readonly OrderOutcome[];
  readonly dead: readonly DeadOutcome[];
  readonly ladder: readonly LadderOutcome[];
  readonly failures: readonly BenchFailure[];
  /** Counted from `pairs`, for readers of the file; tables count anew. */
  readonly counts: readonly Count[];
}

/** What a bench consists of before it is counted. */
export type Outcomes = Pick<EngineBench, "pairs" | "order" | "dead" | "ladder" | "failures">;
