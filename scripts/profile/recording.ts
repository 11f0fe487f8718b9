import {tmpdir} from "node:os";
import {basename, join, relative, resolve} from "node:path";
import process from "node:process";
import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {fromCpuProfile} from "#lib/profile/from-cpu-profile.js";
import {type FunctionRow, functionRows} from "#lib/profile/function-rows.js";
import {idleWeight} from "#lib/profile/idle.js";
import {sumOf} from "#lib/profile/profile.js";
import {median} from "#lib/stats/median.js";
import {ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
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
 * @throws ReaderError if the ending names no format, or the file exists
 */
export function destination(out: string | undefined, name: string, force: boolean): Destination {
  const file = resolve(out ?? `${name}-${timeText(new Date())}.cpuprofile`);
  formatToWrite(file);
  refuseOverwrite(file, force);
  return {file, place: relative(process.cwd(), file) || file};
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

/**
 * As `writeRecording`; where the system refuses, the recording is put into the folder for temporary files instead.
 *
 * @throws ReaderError that says why, and where the recording is now
 */
export async function keepRecording(to: Destination, threads: readonly ThreadProfile[]): Promise<void> {
  try {
    await writeRecording(to, threads);
  } catch (error) {
    const file = join(tmpdir(), `${process.pid}-${basename(to.file)}`);
    const kept = await writeRecording({file, place: file}, threads).then(
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
function timeText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
