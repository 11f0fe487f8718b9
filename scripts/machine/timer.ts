import {NodeChild} from "./node-child.js";

/** The clock that measurements are made with. */
export interface Timer {
  /** The smallest step that was seen. */
  readonly stepNs: number;
  /** What one reading costs. */
  readonly costNs: number;
}

/** Reads the clock many times in a fresh process; null if that fails. */
export async function measureTimer(): Promise<Timer | null> {
  const {stepNs, costNs} = ((await new NodeChild("clock.mjs").next()) ?? {}) as Partial<Record<string, unknown>>;
  return typeof stepNs === "number" && typeof costNs === "number" ? {stepNs, costNs} : null;
}
