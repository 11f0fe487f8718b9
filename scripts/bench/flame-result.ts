import type {Machine} from "#lib/result.js";

/** What a viewer did with a profile that it was handed. */
export interface FlameOutcome {
  readonly viewer: string;
  /** Of the file. */
  readonly bytes: number;
  readonly round: number;
  /** Null if there was no picture. */
  readonly waited: Waited | null;
  /** Why there was none; empty if there was. */
  readonly failure: string;
}

/** What a reader waited for, in milliseconds. */
export interface Waited {
  /** From the file being handed over to the frame after the picture. */
  readonly picture: number;
  /** The longest task of the page in that time: so long it answered nothing. */
  readonly longestTask: number;
}

/** All that `npm run bench:flame` leaves in `data/bench/flame.json`. */
export interface FlameBench {
  readonly format: 1;
  /** When it started, ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  /** "Chromium 156.0.8078.114" */
  readonly browser: string;
  /** Version of the other viewer. */
  readonly speedscope: string;
  readonly seconds: number;
  readonly complete: boolean;
  readonly outcomes: readonly FlameOutcome[];
}
