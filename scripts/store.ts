import {existsSync, readdirSync} from "node:fs";
import {mkdir, mkdtemp, readdir, readFile, rename, rm} from "node:fs/promises";
import {join, resolve} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {checkImported, type Imported, saysImported} from "#lib/imported.js";
import {checkResult, type Result} from "#lib/result.js";
import {ReaderError} from "./errors.js";
import {cannotWrite, readBounded, writeAtomically} from "./files.js";
import {shownPath} from "./shown-path.js";
import {storedJson} from "./stored-json.js";

/** The folder that holds package.json. */
export const ROOT = resolve(fileURLToPath(import.meta.url), "../..");

/** Where results live; another folder for tests. */
export const DATA = resolve(process.env.HOTPATH_DATA ?? join(ROOT, "data"));

const LOCAL = join(DATA, "local");
const REFERENCE = join(DATA, "reference");
/** Where compiled labs are, and what processes run around them. */
export const COMPILED = join(LOCAL, "compiled");
const LABS = join(ROOT, "labs");

/** Where `lab runtimes add` keeps what it installs: a folder each, `node@26.10.0`. */
export const RUNTIMES = join(LOCAL, "runtimes");

/** Where benchmarks install the tools that they are held against, if they are asked to. */
export const PEERS = join(LOCAL, "peers");

/** The core labs: folders of `labs/` with a `lab.ts`. */
export async function labNames(): Promise<string[]> {
  return readdirSync(LABS, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && existsSync(join(LABS, entry.name, "lab.ts")))
    .map(({name}) => name)
    .sort();
}

export function labFile(name: string): string {
  return join(LABS, name, "lab.ts");
}

/** The page that teaches a lab. */
export function lessonFile(name: string): string {
  return join(ROOT, "docs/lessons", `${name}.md`);
}

/** Where `lab run` leaves a lab's result. */
export function localFile(name: string): string {
  return join(LOCAL, `${name}.json`);
}

/** Where a run that is not finished leaves its blocks. */
export function partialFile(name: string): string {
  return join(LOCAL, `${name}.partial.json`);
}

/** Where the committed result of a machine lives. */
export function referenceFile(machine: string, name: string): string {
  return join(REFERENCE, machine, `${name}.json`);
}

/** Where `lab import` leaves what another tool has measured. */
export function importedFile(name: string): string {
  return join(LOCAL, "imported", `${name}.json`);
}

/** Where `lab explain` leaves what runtimes reported of a lab. */
export function localEvidenceFile(name: string): string {
  return join(LOCAL, "evidence", `${name}.json`);
}

/** Where the committed evidence about a lab lives. */
export function evidenceFile(name: string): string {
  return join(DATA, "evidence", `${name}.json`);
}

/** Where `lab warmup` leaves the curves of a lab. */
export function localWarmupFile(name: string): string {
  return join(LOCAL, "warmup", `${name}.json`);
}

/** The one that keeps two runs from disturbing each other. */
export function lockFile(): string {
  return join(LOCAL, ".lock");
}

/** Files of the reader's own finished results. */
export async function localFiles(): Promise<string[]> {
  const files = await readdir(LOCAL).catch(() => []);
  return files
    .filter((file) => file.endsWith(".json") && !file.endsWith(".partial.json"))
    .sort()
    .map((file) => join(LOCAL, file));
}

/** Files of the committed results, all machines. */
export async function referenceFiles(): Promise<string[]> {
  const machines = await readdir(REFERENCE, {withFileTypes: true}).catch(() => []);
  const lists = machines
    .filter((entry) => entry.isDirectory())
    .map(async ({name}) =>
      (await readdir(join(REFERENCE, name)))
        .filter((file) => file.endsWith(".json"))
        .map((file) => join(REFERENCE, name, file))
    );
  return (await Promise.all(lists)).flat().sort();
}

/**
 * @throws ReaderError if the file is missing, not a plain file, not to be read, too large or no JSON
 * @throws ResultError if it is not a result; NewerFormatError if its format is a later one
 */
export async function readResult(file: string): Promise<Result> {
  const {value, place} = await readJson(file);
  return checkResult(value, place);
}

/** As `readResult`, for a file that may also hold what another tool has measured. */
export async function readStored(file: string): Promise<Result | Imported> {
  const {value, place} = await readJson(file);
  if (saysImported(value)) return checkImported(value, place);
  if (typeof value === "object" && value !== null && "format" in value) return checkResult(value, place);
  throw new ReaderError(`${place}: is no result of ours`, `if another tool wrote it: lab import ${place}`);
}

async function readJson(file: string): Promise<{value: unknown; place: string}> {
  const place = shownPath(file);
  return {value: storedJson((await readBounded(file, place)).toString("utf8"), place), place};
}

/** Writes a compiled module, unless it is there already. @returns its path */
export async function writeCompiled(name: string, text: string): Promise<string> {
  const file = join(COMPILED, name);
  const present = await readFile(file, "utf8").catch(() => null);
  if (present !== text) await writeAtomically(file, text);
  return file;
}

/**
 * Makes a folder of compiled files, unless it is there already. It appears whole or not at all, and two processes
 * may make it at once.
 *
 * @param fill writes into the folder that it is given; what it throws is thrown on, and no folder is left
 * @returns its path
 */
export async function makeCompiled(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(COMPILED, name);
  if (existsSync(folder)) return folder;
  let temporary = folder;
  try {
    await mkdir(COMPILED, {recursive: true});
    temporary = await mkdtemp(`${folder}.`);
    await fill(temporary);
    await rename(temporary, folder);
  } catch (error) {
    if (temporary !== folder) await rm(temporary, {recursive: true, force: true}).catch(() => {});
    if (!existsSync(folder)) throw cannotWrite(folder, error);
  }
  return folder;
}

/** What tells one runtime from another. */
export interface RuntimeId {
  readonly name: string;
  readonly version: string;
}

export function sameRuntime(a: RuntimeId, b: RuntimeId): boolean {
  return a.name === b.name && a.version === b.version;
}
