/** A place of a warm-up curve: number of the call, from 1, and nanoseconds for one. */
export type WarmupPlace = readonly [call: number, ns: number];

/** One process, ready to be drawn. */
export interface WarmupRow {
  /** Label of the environment. */
  readonly environment: string;
  /** From 1. */
  readonly process: number;
  /** Medians of neighbouring points: as many as a logarithmic axis can show. */
  readonly points: readonly WarmupPlace[];
  /** Where the level changes: the first call of the new level, and the level. */
  readonly changes: readonly WarmupPlace[];
  /** "warm-up", "flat" … */
  readonly class: string;
  readonly firstNs: number;
  /** Null without a steady state. */
  readonly steadyNs: number | null;
  readonly callsBefore: number | null;
}
