import type {Kind} from "./lab.js";
import type {Settings} from "./measure.js";

/** How much time a run may take: fewer or more blocks and batches, never another protocol. */
export type Effort = "quick" | "standard" | "precise";

const MS = 1e6;

/** Blocks below which a run does not stop by itself, and above which it does. */
export const BLOCKS: Readonly<Record<Effort, {least: number; most: number}>> = {
  quick: {least: 6, most: 12},
  standard: {least: 6, most: 24},
  precise: {least: 8, most: 40}
};

/**
 * Seconds for one lab, unless the reader sets a budget. The least number of blocks is measured all the same; forks wait
 * for a quiet moment only as far as that leaves time.
 */
export const BUDGET_SECONDS: Readonly<Record<Effort, number>> = {quick: 12, standard: 60, precise: 240};

const SAMPLES: Readonly<Record<Effort, {compute: number; others: number}>> = {
  quick: {compute: 30, others: 15},
  standard: {compute: 60, others: 40},
  precise: {compute: 40, others: 24}
};

/** Forks differ more than batches do, so a precise run takes more and shorter forks than a standard one. */
const WARMUP_CAP_MS: Readonly<Record<Effort, number>> = {quick: 120, standard: 250, precise: 250};

const COMPUTE_CAP_MS: Readonly<Record<Effort, number>> = {quick: 100, standard: 150, precise: 150};

/**
 * How long a fork warms up and measures. Batches of allocating work are four times as long, so that most hold a
 * collection of the young generation. The caps leave room for disturbed batches: twice as many as are kept. Seven
 * undisturbed ones are waited for longer, as far as the run has time: that is cheaper than another process.
 */
export function settingsFor(kind: Kind, effort: Effort): Settings {
  const compute = kind === "compute";
  const samples = SAMPLES[effort][compute ? "compute" : "others"];
  return {
    batchNs: (compute ? 0.5 : 2) * MS,
    samples,
    measureCapNs: (compute ? COMPUTE_CAP_MS[effort] : 6 * samples + 50) * MS,
    patience: 8,
    warmupNs: 40 * MS,
    warmupCapNs: WARMUP_CAP_MS[effort] * MS,
    steadyWithin: compute ? 0.015 : 0.05
  };
}

/**
 * As a quick fork, for a page. A browser may coarsen its clock until a batch takes twenty milliseconds; the caps
 * leave room for the dozen that a warm-up needs, and for as many that count. A reader who looks on does not wait for a
 * quiet moment.
 */
export function pageSettings(kind: Kind): Settings {
  return {...settingsFor(kind, "quick"), warmupCapNs: 500 * MS, measureCapNs: 300 * MS, patience: 1};
}
