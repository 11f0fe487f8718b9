import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {LabDescription, Runtime} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import {isTwin} from "./languages.js";

/** Where compiled labs and their descriptions are written before pages are rendered. */
export const WORKERS = join("docs", "workers");

/** What `prepare` writes beside a compiled lab. */
export interface KnownLab {
  readonly hash: string;
  /** The same of the lab in other languages, by the names of their runtimes. */
  readonly twins: Readonly<Record<string, string>>;
  readonly lab: LabDescription;
}

const known = new Map<string, KnownLab & {mtimeMs: number}>();

/** Names of the labs that are compiled, in alphabetical order. */
export function labNames(): string[] {
  if (statSync(WORKERS, {throwIfNoEntry: false}) === undefined) return [];
  const files = readdirSync(WORKERS).filter((file) => file.endsWith(".json"));
  return files.map((file) => file.slice(0, -".json".length)).sort();
}

/** @throws ReaderError that names the labs that exist */
export function labNamed(name: string): LabDescription {
  return knownLab(name).lab;
}

/** The SHA-256 of the lab as it is now: results with another one are stale. */
export function hashOfLab(name: string): string {
  return knownLab(name).hash;
}

/** As `hashOfLab`, of what each runtime runs: the lab, or its twin; undefined if it has none. */
export function hashesOfLab(name: string): (runtime: Pick<Runtime, "name">) => string | undefined {
  const {hash, twins} = knownLab(name);
  return (runtime) => (isTwin(runtime) ? twins[runtime.name] : hash);
}

function knownLab(name: string): KnownLab {
  const path = join(WORKERS, `${name}.json`);
  const mtimeMs = /^[\w-]+$/.test(name) ? statSync(path, {throwIfNoEntry: false})?.mtimeMs : undefined;
  if (mtimeMs === undefined) throw new ReaderError(`no lab is called ${name}`, `there are: ${listed(labNames())}`);
  const cached = known.get(name);
  if (cached?.mtimeMs === mtimeMs) return cached;
  const read = JSON.parse(readFileSync(path, "utf8")) as KnownLab;
  known.set(name, {...read, mtimeMs});
  return read;
}

/** @throws ReaderError that names the variants that exist */
export function variantNamed(lab: LabDescription, name: string): LabDescription["variants"][number] {
  const variant = lab.variants.find((one) => one.name === name);
  if (variant !== undefined) return variant;
  throw new ReaderError(`the lab has no variant ${name}`, `there are: ${listed(lab.variants.map((one) => one.name))}`);
}

/** @throws ReaderError that names the sizes that exist, unless the variant is measured at this size */
export function sizeOf(variant: LabDescription["variants"][number], text: string | undefined): number {
  const size = Number(text);
  if (variant.sizes.includes(size)) return size;
  throw new ReaderError(`${variant.name} is not measured at size ${text}`, `its sizes: ${listed(variant.sizes)}`);
}

function listed(values: readonly (string | number)[]): string {
  return values.length === 0 ? "none" : values.join(", ");
}
