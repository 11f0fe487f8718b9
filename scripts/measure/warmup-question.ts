import type {WarmupRequest} from "#lib/warmup/take-calls.js";

/** What is asked of a process beside `Question` of `child.ts`: the calls of a variant from the first one on. */
export interface WarmupQuestion {
  /** A module that exports `lab`; of a twin, what `Question` has. */
  readonly lab: string;
  readonly task: "warmup";
  readonly request: WarmupRequest;
}
