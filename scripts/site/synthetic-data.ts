import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {FORMAT, type LabDescription, type Result, type Run, type Runtime} from "#lib/result.js";
import {SYNTHETIC_MACHINE, syntheticRun} from "#lib/synthetic-run.js";
import {hashOfLab, labNamed, labNames} from "./known-labs.js";

/**
 * Fills a folder with results that no machine made, for every lab: for tests alone, never to be committed.
 *
 * @param change makes of each result what is written
 */
export async function writeSyntheticData(folder: string, change = (result: Result) => result): Promise<void> {
  for (const lab of labNames()) {
    const reference = [run(lab, "20.20.2", 1), run(lab, "24.21.0", 2)];
    const local = [run(lab, "24.21.0", 3)];
    await write(join(folder, "reference", SYNTHETIC_MACHINE.id), change(resultOf(lab, reference)));
    await write(join(folder, "local"), change(resultOf(lab, local)));
  }
}

function resultOf(lab: string, runs: Run[]): Result {
  return {format: FORMAT, lab, machine: SYNTHETIC_MACHINE, runs};
}

function run(name: string, version: string, seed: number): Run {
  return {...syntheticRunOf(labNamed(name), {name: "node", version}, seed), hash: hashOfLab(name)};
}

/** A run of all variants at all their sizes, that no machine made; each variant takes a little longer than the last. */
export function syntheticRunOf(lab: LabDescription, runtime: Pick<Runtime, "name" | "version">, seed: number): Run {
  const times = Object.fromEntries(
    lab.variants.map((variant, index) => [variant.name, (size: number) => size * (10 + index)])
  );
  const made = syntheticRun({times, sizes: lab.sizes, kind: lab.kind, seed, runtime});
  const measured = new Map(lab.variants.map((variant) => [variant.name, variant.sizes]));
  const forks = made.forks.filter(({variant, size}) => measured.get(variant)!.includes(size));
  return {...made, lab, forks};
}

async function write(folder: string, result: Result): Promise<void> {
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, `${result.lab}.json`), JSON.stringify(result));
}
