import {tmpdir} from "node:os";
import {basename, join, resolve} from "node:path";
import process from "node:process";
import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {fromCpuProfile} from "#lib/profile/from-cpu-profile.js";
import {type FunctionRow, functionRows} from "#lib/profile/function-rows.js";
import {idleWeight} from "#lib/profile/idle.js";
import {sumOf} from "#lib/profile/profile.js";
import {median} from "#lib/stats/median.js";
import {ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
import {shownPath} from "../shown-path.js";
import {formatToWrite} from "./formats/formats.js";
import {refuseOverwrite, writeProfile} from "./formats/write-profile.js";
import {joinThreads, type ThreadProfile} from "./join-profiles.js";
import {withSources} from "./with-sources.js";

/** Where a recording goes: chosen before it begins, so that it cannot fail for a name at the end. */
export interface Destination {
  /** Absolute path. */
  readonly file: string;
  /** As the reader sees it. */
  readonly place: string;
}

/** V8's own formats, each the usual one of a kind of recording, and what they hold. */
const HOLDS = {cpuprofile: "time", heapprofile: "bytes"} as const;

/** What a recording says in short. Times are microseconds. */
export interface RecordingSummary {
  readonly threads: readonly string[];
  readonly samples: number;
  /** Median gap between two samples; null with fewer than two. */
  readonly intervalUs: number | null;
  /** Sum over the threads of the time that was sampled. */
  readonly sampledUs: number;
  readonly idleUs: number;
  /** The greatest self time first; without idle time and the names of threads. */
  readonly functions: readonly FunctionRow[];
}

/**
 * @param name of the file if none was asked for, without its ending
 * @param own the ending then
 * @throws ReaderError if the ending names no format, or one that cannot hold the recording, or if the file exists
 */
export function destination(
  out: string | undefined,
  name: string,
  force: boolean,
  own: keyof typeof HOLDS = "cpuprofile"
): Destination {
  const file = resolve(out ?? `${name}-${timeText(new Date())}.${own}`);
  const place = shownPath(file);
  const format = formatToWrite(file).name;
  if (format !== own && (format === "cpuprofile" || format === "heapprofile"))
    throw new ReaderError(`${place}: a .${format} holds ${HOLDS[format]}, and ${HOLDS[own]} would be recorded`, [
      `.${own} is the ending for it, or that of a picture, of folded stacks, of pprof or speedscope`
    ]);
  refuseOverwrite(file, force);
  return {file, place};
}

/** One profile of all threads; a single one is left as V8 wrote it. */
export function joined(threads: readonly ThreadProfile[]): CpuProfile {
  return threads.length === 1 ? threads[0]!.profile : joinThreads(threads);
}

/**
 * Writes a recording in the format of its destination. A `.cpuprofile` keeps the places that V8 gave: whoever reads it
 * follows the source maps on the disk.
 *
 * @throws ReaderError if the system refuses
 */
export async function writeRecording({file, place}: Destination, threads: readonly ThreadProfile[]): Promise<void> {
  const profile = joined(threads);
  if (formatToWrite(file).name === "cpuprofile") await writeAtomically(file, JSON.stringify(profile));
  else await writeProfile(file, await withSources(fromCpuProfile(profile, place)), {base: `${process.cwd()}/`});
}

/** As `writeRecording`, in another place where the system refuses. @throws as `keepSomewhere` */
export function keepRecording(to: Destination, threads: readonly ThreadProfile[]): Promise<void> {
  return keepSomewhere(to, (place) => writeRecording(place, threads));
}

/**
 * Writes a recording; where the system refuses, it is put into the folder for temporary files instead.
 *
 * @throws ReaderError that says why, and where the recording is now
 */
export async function keepSomewhere(to: Destination, write: (to: Destination) => Promise<void>): Promise<void> {
  try {
    await write(to);
  } catch (error) {
    const file = join(tmpdir(), `${process.pid}-${basename(to.file)}`);
    const kept = await write({file, place: file}).then(
      () => `the recording was put into ${file} instead`,
      () => "it could not be put into the folder for temporary files either, and is lost"
    );
    throw error instanceof ReaderError ? new ReaderError(error.message, [...error.hint, kept], {cause: error}) : error;
  }
}

/** Says in short what was recorded. */
export async function summarise(threads: readonly ThreadProfile[]): Promise<RecordingSummary> {
  const profile = await withSources(fromCpuProfile(joined(threads), "recording"));
  const {weight, samples} = sumOf(profile);
  const titles = new Set(threads.map(({title}) => title));
  const deltas = threads.flatMap(({profile}) => profile.timeDeltas.slice(1)).filter((delta) => delta > 0);
  return {
    threads: threads.map(({title}) => title),
    samples,
    intervalUs: deltas.length === 0 ? null : median(deltas),
    sampledUs: weight,
    idleUs: idleWeight(profile),
    functions: functionRows(profile).filter(
      ({frame: {name, file}}) => name !== "(idle)" && !(file === "" && titles.has(name))
    )
  };
}

/** "20261122-231005", local time: sorts, and fits into a file's name everywhere. */
export function timeText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
