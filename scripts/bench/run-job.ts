import type {Fork, Machine} from "#lib/result.js";
import type {ChildOptions} from "../measure/ask.js";
import type {BenchLab, Kernels} from "./bench-lab.js";
import type {Outcomes, PairKind} from "./engine-result.js";
import type {Job} from "./jobs.js";
import {ownDead, ownLadder, ownOrder, ownPair} from "./measure-ours.js";
import {otherDead, otherLadder, otherOrder, otherPair} from "./measure-peer.js";

/** Where jobs are run. */
export interface Workshop {
  readonly labs: ReadonlyMap<Kernels, BenchLab>;
  readonly children: ChildOptions;
  readonly machine: Machine;
  /** Forks of one self-check, made before everything, as in every session. */
  readonly selfCheck: readonly Fork[];
}

/** Which kernels a pair is made of: the baseline of the lab, and this variant of it. */
const pairKernels: Readonly<Record<PairKind, readonly [Kernels, variant: string]>> = {
  identical: ["chain", "again"],
  "plus-1": ["chain", "plus-1"],
  "plus-2": ["chain", "plus-2"],
  "plus-5": ["chain", "plus-5"],
  "allocation-identical": ["allocation", "again"],
  "allocation-plus-5": ["allocation", "plus-5"]
};

/**
 * Does one job.
 *
 * @returns what it adds to the outcomes
 * @throws ForkError if another tool gave no answer
 * @throws Interrupted if the reader stopped the bench
 */
export async function runJob({tool, kind, seed}: Job, workshop: Workshop): Promise<Partial<Outcomes>> {
  const {children, machine, selfCheck} = workshop;
  const ours = tool === "hotpath";
  const lab = (name: Kernels) => workshop.labs.get(name)!;
  const [own, other] = [
    {children, machine, seed, selfCheck},
    {children, tool, seed}
  ];
  switch (kind) {
    case "shapes":
    case "wrappers": {
      const order = await (ours ? ownOrder(lab(kind), own) : otherOrder(lab(kind), other));
      return {order: order.map((outcome) => ({tool, pattern: kind, ...outcome}))};
    }
    case "dead": {
      const dead = await (ours ? ownDead(lab("dead"), own) : otherDead(lab("dead"), other));
      return {dead: dead.map((outcome) => ({tool, ...outcome}))};
    }
    case "ladder":
      return {ladder: [{tool, ...(await (ours ? ownLadder(lab("ladder"), own) : otherLadder(lab("ladder"), other)))}]};
    default: {
      const [name, variant] = pairKernels[kind];
      const start = performance.now();
      const pair = await (ours ? ownPair(lab(name), variant, own) : otherPair(lab(name), variant, other));
      return {pairs: [{tool, pair: kind, ...pair, seconds: Number(((performance.now() - start) / 1000).toFixed(2))}]};
    }
  }
}
