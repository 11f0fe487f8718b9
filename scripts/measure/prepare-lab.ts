import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {closest} from "fastest-levenshtein";
import {LabError} from "#lib/check-lab.js";
import {type LabDescription, ResultError} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import {labFile, labNames} from "../store.js";
import {type CompiledLab, labName} from "./compile.js";
import {describe} from "./describe.js";
import type {Participant} from "./participants.js";
import {type Cell, cellsOf, type Wanted} from "./plan.js";
import {cellsOfShard, shardText} from "./shard.js";

/** A lab, ready to be measured on every runtime that can. */
export interface PreparedLab {
  readonly name: string;
  readonly source: string;
  readonly on: readonly PreparedRuntime[];
}

/** A lab as one runtime runs it, and what is wanted of it. */
export interface PreparedRuntime {
  readonly participant: Participant;
  readonly compiled: CompiledLab;
  readonly lab: LabDescription;
  readonly cells: readonly Cell[];
  /** All that is wanted, of which `cells` is one shard, or the whole. */
  readonly planned: readonly Cell[];
}

/**
 * Compiles a lab for each runtime and asks there what it is.
 *
 * @param name of a core lab, or the path of a file
 * @param say told of each runtime for which the lab has no twin, or nothing of what is wanted
 * @throws ReaderError if it does not exist, is none, or has nothing of what is wanted
 */
export async function prepareLab(
  name: string,
  wanted: Wanted,
  participants: readonly Participant[],
  say: (line: string) => void
): Promise<PreparedLab> {
  const source = await sourceOf(name);
  const short = await labName(source);
  const described: Described[] = [];
  for (const participant of participants) {
    const one = await describeOn(participant, source).catch((error) => {
      if (described.length > 0 && !participant.required && isRefusal(error)) return error;
      throw error;
    });
    if (one instanceof Error) say(`${short}: ${participant.id} is left out: ${one.message}`);
    else if (one === null)
      say(`${short}: ${participant.id} is left out: there is no twin for ${participant.kind.name}`);
    else described.push(one);
  }
  const on = described.flatMap((one): PreparedRuntime[] => {
    const planned = cellsOn(one.lab, wanted, described);
    const {shard} = wanted;
    const cells = shard === undefined ? planned : cellsOfShard(planned, one.lab, shard);
    const nothing =
      planned.length === 0 ? "its twin has nothing of what is wanted" : `shard ${shard && shardText(shard)} is empty`;
    if (cells.length === 0) say(`${short}: ${one.participant.id} is left out: ${nothing}`);
    return cells.length === 0 ? [] : [{...one, cells, planned}];
  });
  return {name: short, source, on};
}

type Described = Omit<PreparedRuntime, "cells" | "planned">;

async function describeOn(participant: Participant, source: string): Promise<Described | null> {
  const compiled = await participant.kind.compile(source, participant.handle);
  return compiled && {participant, compiled, lab: await describe(compiled, participant.children)};
}

function isRefusal(error: unknown): boolean {
  return error instanceof ReaderError || error instanceof ResultError || error instanceof LabError;
}

/**
 * As `cellsOf`, where a variant or a size may be missing in one runtime if it is there in another.
 *
 * @throws ReaderError if it is in none
 */
function cellsOn(lab: LabDescription, wanted: Wanted, all: readonly Described[]): Cell[] {
  const {variants, sizes, ...rest} = wanted;
  const has = {
    variant: (one: LabDescription, name: string) => one.variants.some((variant) => variant.name === name),
    size: (one: LabDescription, size: number) => one.sizes.includes(size)
  };
  const elsewhere = (in_: (one: LabDescription) => boolean) => !in_(lab) && all.some((other) => in_(other.lab));
  const ownVariants = variants?.filter((name) => !elsewhere((one) => has.variant(one, name)));
  const ownSizes = sizes?.filter((size) => !elsewhere((one) => has.size(one, size)));
  if (ownVariants?.length === 0 || ownSizes?.length === 0) return [];
  return cellsOf(lab, {...rest, ...(ownVariants && {variants: ownVariants}), ...(ownSizes && {sizes: ownSizes})});
}

/**
 * The file of a core lab, or the file that was named.
 *
 * @throws ReaderError that names the nearest lab
 */
export async function sourceOf(name: string): Promise<string> {
  const core = await labNames();
  if (core.includes(name)) return labFile(name);
  if (existsSync(name) || /[./\\]/.test(name)) return resolve(name);
  throw new ReaderError(
    `no lab and no file ${name}`,
    `did you mean ${closest(name, core)}? there are: ${core.join(", ")}`
  );
}
