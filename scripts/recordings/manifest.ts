import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {extname, join, relative} from "node:path";
import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {Machine} from "#lib/result.js";
import {ROOT} from "../store.js";

const FOLDER = join(ROOT, "data/recordings");

/** What is known of a recording. */
const Recorded = v.strictObject({
  file: v.string(),
  of: v.string(),
  /** SHA-256 of the source when it was recorded. */
  hash: v.pipe(v.string(), v.hexadecimal(), v.length(64)),
  command: v.string(),
  runtime: v.strictObject({name: v.string(), version: v.string()}),
  machine: Machine,
  date: v.pipe(v.string(), v.isoDate())
});
export type Recorded = v.InferOutput<typeof Recorded>;

const Manifest = v.strictObject({recordings: v.array(Recorded)});

/** Path of a committed recording. */
export function recordingFile(program: string, file: string): string {
  return join(FOLDER, program, file);
}

/** Where it is written what the recordings of a program are. */
export function manifestFile(program: string): string {
  return recordingFile(program, "recordings.json");
}

/** Programs that have recordings. */
export function recordedPrograms(): string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];
}

/** The committed recordings of a program; none if it has none. @throws ResultError if that file is malformed */
export function readManifest(program: string): readonly Recorded[] {
  const file = manifestFile(program);
  if (!existsSync(file)) return [];
  return checkValue(Manifest, JSON.parse(readFileSync(file, "utf8")), relative(ROOT, file)).recordings;
}

/** SHA-256 of a source of a program as it is now, with the files beside it in the same language. */
export async function sourceHash(program: string, of: string): Promise<string> {
  const folder = join(ROOT, "labs/programs", program);
  const beside = readdirSync(folder).filter((file) => file !== of && extname(file) === extname(of));
  const hash = createHash("sha256");
  for (const file of [of, ...beside.sort()])
    hash.update((await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n"));
  return hash.digest("hex");
}
