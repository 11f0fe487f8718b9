import {availableParallelism} from "node:os";
import {otherOf, sizesOf} from "#lib/check-lab.js";
import {type CellEvidence, type Evidence, type EvidenceRun, evidenceOf} from "#lib/evidence/evidence.js";
import type {LabDescription} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import {ForkError} from "../measure/ask.js";
import {labName} from "../measure/compile.js";
import {type Cell, cellsOf, keyOf, type Wanted} from "../measure/plan.js";
import {sourceOf} from "../measure/prepare-lab.js";
import type {Chosen} from "../measure/runtimes/find-runtimes.js";
import {runtimeText} from "../measure/runtimes/runtime.js";
import type {Explained, Explainer} from "./explainer.js";
import {explainOnJvm} from "./jvm/jvm-explainer.js";
import {hashOfFiles} from "./opened-lab.js";
import {explainOnPython} from "./python/python-explainer.js";
import {explainOnV8Runtime} from "./v8/v8-explainer.js";

/** Data are the same in every run: evidence is about code, not about chance. */
const SEED = 1;

const EXPLAINERS: ReadonlyMap<string, Explainer> = new Map([
  ["node", explainOnV8Runtime],
  ["deno", explainOnV8Runtime],
  ["jvm", explainOnJvm],
  ["python", explainOnPython]
]);

/** What is wanted, and who is told how it goes. */
export interface ExplainOptions {
  readonly runtimes: readonly Chosen[];
  readonly wanted: Wanted;
  /** Of the usual cells only these, or all of these if none of them is usual. */
  readonly measured?: readonly Cell[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  readonly progress: (text: string) => void;
}

/**
 * Gathers evidence about a lab, runtime after runtime, each variant in a process of its own.
 *
 * @param name of a core lab, or the path of a file
 * @returns null if none of the runtimes tells anything
 * @throws ReaderError if the lab, a variant or a size does not exist
 */
export async function explainLab(name: string, options: ExplainOptions): Promise<Evidence | null> {
  const source = await sourceOf(name);
  const short = await labName(source);
  const runs: EvidenceRun[] = [];
  for (const chosen of options.runtimes) {
    const explainer = EXPLAINERS.get(chosen.kind.name);
    const what = runtimeText(chosen.handle);
    const leftOut = (why: string) => options.say(`${short}: ${what} is left out: ${why}`);
    if (explainer === undefined) {
      leftOut(`nothing here asks ${chosen.kind.name} for evidence; ${[...EXPLAINERS.keys()].join(", ")} are asked`);
      continue;
    }
    const explained = await explainer(source, chosen.handle, options);
    if (explained === null) leftOut(`there is no twin for ${chosen.kind.name}`);
    else runs.push(await explainOn(short, explained, chosen, options));
  }
  return runs.length === 0 ? null : evidenceOf(short, runs);
}

async function explainOn(
  lab: string,
  explained: Explained,
  chosen: Chosen,
  options: ExplainOptions
): Promise<EvidenceRun> {
  const {name, version, engine, flags} = chosen.handle;
  const started = performance.now();
  const cells = amongMeasured(cellsToExplain(explained.lab, options.wanted), options.measured);
  const told = await eachInTurn(cells, (cell, done) => {
    const where = `${lab} on ${runtimeText(chosen.handle)}`;
    options.progress(`${where}: ${done + 1} of ${cells.length} processes, ${keyOf(cell)}`);
    return explainCell(explained, cell);
  });
  const hash = hashOfFiles(explained.files);
  if (hash === null) throw new ReaderError(`${explained.files[0]}: was there and is gone`);
  return {
    runtime: {name, version, engine, flags: [...flags]},
    hash,
    files: [...explained.files],
    gathered: new Date().toISOString().slice(0, 10),
    seconds: Number(((performance.now() - started) / 1000).toPrecision(3)),
    seed: SEED,
    cells: told,
    unavailable: [...explained.unavailable]
  };
}

function amongMeasured(cells: readonly Cell[], measured: readonly Cell[] | undefined): readonly Cell[] {
  if (measured === undefined) return cells;
  const keys = new Set(measured.map(keyOf));
  const both = cells.filter((cell) => keys.has(keyOf(cell)));
  return both.length > 0 ? both : measured;
}

async function explainCell({explain}: Explained, cell: Cell): Promise<CellEvidence> {
  try {
    return await explain(cell, SEED);
  } catch (error) {
    if (error instanceof ForkError) return {...cell, failure: error.message.slice(0, 400)};
    throw error;
  }
}

/** One process for each processor at a time: nothing is timed here. */
async function eachInTurn<Result>(cells: readonly Cell[], ask: (cell: Cell, done: number) => Promise<Result>) {
  const results: Result[] = [];
  let [next, done] = [0, 0];
  const work = async () => {
    for (let index = next++; index < cells.length; index = next++) {
      results[index] = await ask(cells[index]!, done);
      done++;
    }
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  return results;
}

/**
 * All variants, each at the sizes for which claims are made about it, or at the smallest for which one is made about
 * any; or what was asked for.
 *
 * @throws ReaderError if a variant or a size does not exist
 */
export function cellsToExplain(lab: LabDescription, wanted: Wanted): Cell[] {
  const {variants, sizes} = wanted;
  if (sizes !== undefined)
    return cellsOf(lab, wanted).filter(({variant}) => variants === undefined || variants.includes(variant));
  const names = variants === undefined ? null : new Set(cellsOf(lab, wanted) && variants);
  const claimed = (variant: string) =>
    lab.claims.flatMap((claim) => ([claim.variant, otherOf(claim, lab)].includes(variant) ? sizesOf(claim) : []));
  const anywhere = lab.claims.flatMap(sizesOf).sort((a, b) => a - b);
  return lab.variants
    .filter(({name}) => names?.has(name) ?? true)
    .flatMap(({name: variant, sizes: own}) => {
      const mine = own.filter((size) => claimed(variant).includes(size));
      const usual = anywhere.find((size) => own.includes(size)) ?? own[0]!;
      return (mine.length > 0 ? mine : [usual]).map((size) => ({variant, size}));
    });
}
