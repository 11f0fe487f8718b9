import {seededRandom, shuffle} from "#lib/random.js";
import type {LabDescription, Machine} from "#lib/result.js";
import type {WarmupRequest} from "#lib/warmup/take-calls.js";
import {type Tier, WARMUP, type Warmup, type WarmupSeries} from "#lib/warmup/warmup.js";
import {ReaderError} from "../errors.js";
import {readLoad} from "../machine.js";
import {ForkError, Interrupted} from "../measure/ask.js";
import {labName} from "../measure/compile.js";
import {type Cell, cellsOf, keyOf, type Wanted} from "../measure/plan.js";
import {sourceOf} from "../measure/prepare-lab.js";
import type {Chosen} from "../measure/runtimes/find-runtimes.js";
import {type RuntimeHandle, runtimeText} from "../measure/runtimes/runtime.js";
import {checkReply} from "./check-reply.js";
import {tierOn, tiersOfKind, withFlags} from "./tiers.js";
import {type Patience, type Warmer, warmerOn} from "./warmer.js";

/** What is wanted of a lab, and who is told how it goes. */
export interface WarmOptions extends Patience {
  readonly runtimes: readonly Chosen[];
  /** Null for all that each runtime has. */
  readonly tiers: readonly Tier[] | null;
  readonly wanted: Wanted;
  /** Processes for each variant, size, runtime and tier. */
  readonly processes: number;
  readonly length: Pick<WarmupRequest, "mostCalls" | "mostNs" | "each">;
  readonly seed: number;
  readonly machine: Machine;
  readonly say: (line: string) => void;
  readonly progress: (text: string) => void;
}

/** One thing that is warmed up several times. */
interface Planned {
  readonly warmer: Warmer;
  readonly handle: RuntimeHandle;
  readonly tier: Tier;
  readonly cell: Cell;
}

/**
 * Times the first calls of variants, in fresh processes: round after round, in each of them one process of everything
 * in random order, so that no runtime has the calm minutes for itself.
 *
 * @param name of a core lab, or the path of a file
 * @returns null if none of the runtimes can; after an interruption what there is so far
 * @throws ReaderError if the lab, a variant or a size does not exist
 */
export async function warmLab(name: string, options: WarmOptions): Promise<Warmup | null> {
  const source = await sourceOf(name);
  const lab = await labName(source);
  const planned: Planned[] = [];
  for (const chosen of options.runtimes) planned.push(...(await planOn(chosen, source, lab, options)));
  if (planned.length === 0) return null;
  const series = planned.map((one) => emptySeries(one, options.seed));
  const random = seededRandom(options.seed);
  const all = options.processes * planned.length;
  let done = 0;
  for (let round = 0; round < options.processes; round++) {
    for (const index of shuffle([...planned.keys()], random)) {
      const {handle, tier, cell} = planned[index]!;
      const where = `${lab} on ${runtimeText(handle)}${tier === "default" ? "" : `, ${tier}`}`;
      options.progress(`${where}: process ${++done} of ${all}, ${keyOf(cell)}`);
      const outcome = await oneProcess(planned[index]!, series[index]!, options);
      if (outcome === "interrupted")
        return {warmup: WARMUP, lab, machine: options.machine, series: series.filter(hasAny)};
    }
  }
  return {warmup: WARMUP, lab, machine: options.machine, series};
}

async function planOn(chosen: Chosen, source: string, lab: string, options: WarmOptions): Promise<Planned[]> {
  const {kind, handle} = chosen;
  const leftOut = (why: string) => options.say(`${lab}: ${runtimeText(handle)} is left out: ${why}`);
  const warmer = await warmerOn(chosen, source, options).catch((error) => {
    if (chosen.required || !(error instanceof ReaderError)) throw error;
    return error;
  });
  if (warmer === null || warmer instanceof Error) {
    leftOut(warmer?.message ?? `there is no twin for ${kind.name}`);
    return [];
  }
  const cells = cellsToWarm(warmer.lab, options.wanted);
  const tiers = options.tiers ?? (["default", ...tiersOfKind(kind.name)] as const);
  const planned: Planned[] = [];
  for (const tier of tiers) {
    const found = await tierOn(handle, tier);
    if ("missing" in found) options.say(`${lab}: ${runtimeText(handle)}, ${tier}, is left out: ${found.missing}`);
    else for (const cell of cells) planned.push({warmer, handle: withFlags(handle, found.flags), tier, cell});
  }
  return planned;
}

/** What is wanted and nothing beside it: there is no baseline to compare with. The baseline, if nothing is said. */
function cellsToWarm(lab: LabDescription, {variants = [lab.baseline], sizes}: Wanted): Cell[] {
  const cells = cellsOf(lab, {variants, ...(sizes && {sizes})}).filter(({variant}) => variants.includes(variant));
  if (sizes !== undefined) return cells;
  return variants.map((variant) => {
    const own = cells.filter((cell) => cell.variant === variant);
    return own[own.length >> 1]!;
  });
}

async function oneProcess({warmer, handle, cell}: Planned, series: WarmupSeries, options: WarmOptions) {
  if (series.processes.length + series.failures.length === 0) {
    series.started = new Date().toISOString();
    series.load = readLoad();
  }
  try {
    const told = await warmer.ask(handle, {...cell, seed: options.seed, ...options.length});
    const {curve, clockStepNs} = checkReply(told);
    series.processes.push(curve);
    series.clockStepNs = series.processes.length === 1 ? clockStepNs : Math.min(series.clockStepNs, clockStepNs);
  } catch (error) {
    if (error instanceof Interrupted) return "interrupted";
    if (!(error instanceof ForkError)) throw error;
    series.failures.push(error.message.slice(0, 400));
  }
  return "done";
}

function emptySeries({warmer, handle, tier, cell}: Planned, seed: number): WarmupSeries {
  const {name, version, engine, flags} = handle;
  return {
    runtime: {name, version, engine, flags: [...flags]},
    tier,
    ...cell,
    unit: warmer.lab.unit,
    hash: warmer.hash,
    started: new Date(0).toISOString(),
    seed,
    clockStepNs: 1,
    load: null,
    processes: [],
    failures: []
  };
}

function hasAny({processes, failures}: WarmupSeries): boolean {
  return processes.length + failures.length > 0;
}
