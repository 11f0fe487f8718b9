import type {Runtime} from "#lib/result.js";

/** A runtime that can measure: what it is, and how to start a module in a fresh process of it. */
export interface RuntimeHandle extends Runtime {
  readonly executable: string;
  /** Arguments before the module's path. */
  readonly args: readonly string[];
}
