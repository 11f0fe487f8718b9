import {environmentFacts} from "#lib/environment-facts.js";
import type {Benchmark, Imported} from "#lib/imported.js";
import type {Fork, Result, Run} from "#lib/result.js";
import {hoist} from "./facts.js";
import type {Measurements} from "./format.js";

/** Results of ours as other tools see them: a process for each fork, a sample for each batch, nanoseconds. */
export function measurementsOf(results: readonly Result[]): Measurements {
  const runs = results.flatMap(({lab, machine, runs}) => runs.map((run) => ({lab, machine, run})));
  const {common, own} = hoist(runs.map(({machine, run}) => environmentFacts(machine, run.runtime)));
  const machines = new Set(runs.map(({machine}) => machine.id));
  const runtimes = new Set(runs.map(({run}) => nameOf(run)));
  return {
    tool: "Hotpath",
    facts: common,
    benchmarks: runs.flatMap(({lab, machine, run}, index) => {
      const apart = {
        ...(runtimes.size > 1 && {runtime: nameOf(run)}),
        ...(machines.size > 1 && {machine: machine.id})
      };
      return benchmarksOf(lab, run).map((one) => ({
        ...one,
        parameters: {...one.parameters, ...apart},
        facts: own[index]!
      }));
    })
  };
}

/** What was imported, as it came. */
export function measurementsOfImport({from, facts, benchmarks}: Imported): Measurements {
  return {tool: from.tool, facts, benchmarks};
}

/** Several of them as one: what they have in common stays common. */
export function joined(all: readonly Measurements[]): Measurements {
  if (all.length === 1) return all[0]!;
  const {common, own} = hoist(all.map(({facts}) => facts));
  return {
    tool: [...new Set(all.map(({tool}) => tool))].join(", "),
    facts: common,
    benchmarks: all.flatMap(({benchmarks}, index) =>
      benchmarks.map((one) => ({...one, facts: {...own[index]!, ...one.facts}}))
    )
  };
}

function benchmarksOf(lab: string, run: Run): Benchmark[] {
  return run.lab.variants.flatMap(({name, sizes}) =>
    sizes.flatMap((size): Benchmark[] => {
      const forks = run.forks.filter((fork) => fork.variant === name && fork.size === size);
      if (forks.length === 0) return [];
      const parameters = {size: String(size)};
      return [
        {name: `${lab}/${name}`, parameters, metric: null, unit: "ns", processes: forks.map(processOf), facts: {}}
      ];
    })
  );
}

function processOf({samplesNs, iterations}: Fork) {
  return {samples: samplesNs, calls: samplesNs.map(() => iterations)};
}

function nameOf({runtime}: Run): string {
  return `${runtime.name} ${runtime.version}`;
}
