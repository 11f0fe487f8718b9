import {environmentFacts} from "#lib/environment-facts.js";
import type {Benchmark} from "#lib/imported.js";
import {singleCalls} from "#lib/warmup/curve.js";
import type {Warmup} from "#lib/warmup/warmup.js";
import {seriesName} from "#lib/warmup/warmup-words.js";
import {hoist} from "./facts.js";
import type {Measurements} from "./format.js";

/**
 * Warm-up curves as other tools see them: a sample for each call that was timed alone, from the first one on. Points that
 * hold several calls are left out, for a sample of others is one call.
 */
export function measurementsOfWarmup({lab, machine, series}: Warmup): Measurements {
  const curves = series.filter(({processes}) => processes.some((curve) => singleCalls(curve) > 0));
  const {common, own} = hoist(curves.map(({runtime}) => environmentFacts(machine, runtime)));
  return {
    tool: "Hotpath",
    facts: common,
    benchmarks: curves.map((one, index): Benchmark => {
      const {variant, size, processes} = one;
      const samples = processes.map((curve) => curve.ns.slice(0, singleCalls(curve)));
      return {
        name: `${lab}/${variant}`,
        parameters: {size: String(size), runtime: seriesName(one, true)},
        metric: null,
        unit: "ns",
        processes: samples.filter((each) => each.length > 0).map((each) => ({samples: each})),
        facts: own[index]!
      };
    })
  };
}
