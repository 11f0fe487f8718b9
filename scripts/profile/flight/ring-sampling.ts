import type {Ring, Sampling} from "../recorder.js";

/** Samples processor time in slices of which the last are kept. @param intervalUs asked of V8 */
export function ringSampling(intervalUs: number, ring: Ring): Sampling {
  return {
    flags: [],
    start: [["Profiler.enable"], ["Profiler.setSamplingInterval", {interval: intervalUs}]],
    stop: "Profiler.disable",
    ring
  };
}
